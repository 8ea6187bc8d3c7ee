import Experiment

/// One cell as text for a terminal.
struct CellPage {
  let cell: CellResult

  func print() {
    for (name, value) in facts where !value.isEmpty {
      Swift.print("\(name)\(String(repeating: " ", count: 14 - name.count))\(value)")
    }
    Swift.print("")
    for measurement in cell.evaluation.measurements where measurement.position == 0 {
      Swift.print(line(of: measurement))
    }
  }

  private var facts: [(String, String)] {
    let resources = cell.resources
    return [
      ("cell", cell.identity.description), ("key", cell.key), ("state", cell.state.rawValue),
      ("failure", cell.failure?.rawValue ?? ""), ("reason", TerminalText.line(cell.reason)),
      ("run", cell.run),
      ("data", cell.dataOrigin.rawValue),
      ("parameters", cell.parameterCount > 0 ? "\(cell.parameterCount)" : ""),
      ("wall", "\(rounded(resources.wallSeconds)) s"),
      ("cpu", "\(rounded(resources.userSeconds + resources.systemSeconds)) s"),
      ("peak memory", "\(rounded(resources.peakMebibytes)) MiB"),
      ("elsewhere", "\(rounded(resources.foreignLoad)) cores busy with other programs"),
      ("facts", facts(cell.facts)), ("configuration", cell.configuration),
    ]
  }

  private func facts(_ facts: [String: String]) -> String {
    facts.sorted { $0.key < $1.key }.map { TerminalText.line("\($0.key) \($0.value)") }
      .joined(separator: ", ")
  }

  private func line(of measurement: Measurement) -> String {
    let value =
      switch measurement.value {
      case .value(let number): "\(number)"
      case .missing(let reason): "missing: \(reason)"
      }
    let name = "\(measurement.metric) \(measurement.evaluation) \(measurement.split)"
    return "\(name)\(String(repeating: " ", count: max(1, 40 - name.count)))\(value)"
      + "  (\(measurement.sampleCount) samples)"
  }

  private func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
