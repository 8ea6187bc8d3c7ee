import Experiment

/// Measurements as text, one line a value, sorted by cell and name.
enum MeasurementTable {
  static let columns = [
    "suite", "task", "model", "seed", "metric", "evaluation", "split", "position", "value",
    "sampleCount", "kind",
  ]
  private static let missing = "missing: "

  static func text(_ cells: [CellResult], kind: Measurement.Kind) -> String {
    let rows = cells.flatMap { cell in
      let all =
        cell.evaluation.measurements
        + (kind == .cost ? ResourceRows.measurements(of: cell.resources) : [])
      return ordered(all).filter { $0.kind == kind }
        .map { CellTable.names(of: cell.identity) + fields(of: $0) }
    }
    return TabbedText.text(columns: columns, rows: rows)
  }

  /// The measurements by cell, each cell's in canonical order.
  static func measurements(
    of text: String, file: String, kind: Measurement.Kind, profile: Profile
  ) throws -> [CellIdentity: [Measurement]] {
    var found: [CellIdentity: [Measurement]] = [:]
    var seen: Set<[String]> = []
    for line in try TabbedText.lines(of: text, columns: columns, file: file) {
      guard line["kind"] == kind.rawValue else {
        throw line.error(found: "kind '\(line["kind"])'", expected: "'\(kind.rawValue)'")
      }
      guard seen.insert(Array(line.fields.prefix(8))).inserted else {
        throw line.error(found: "a second value of the same name", expected: "one value")
      }
      let identity = try CellTable.identity(in: line, profile: profile)
      found[identity, default: []].append(try measurement(in: line, kind: kind))
    }
    return found
  }

  static func ordered(_ measurements: [Measurement]) -> [Measurement] {
    measurements.sorted {
      ($0.metric, $0.evaluation, $0.split, $0.position, $0.kind.rawValue)
        < ($1.metric, $1.evaluation, $1.split, $1.position, $1.kind.rawValue)
    }
  }

  private static func fields(of measurement: Measurement) -> [String] {
    let value =
      switch measurement.value {
      case .value(let number): number.description
      case .missing(let reason): missing + reason
      }
    return [
      measurement.metric, measurement.evaluation, measurement.split,
      String(measurement.position), value, String(measurement.sampleCount),
      measurement.kind.rawValue,
    ]
  }

  private static func measurement(in line: TabbedLine, kind: Measurement.Kind) throws
    -> Measurement
  {
    let text = line["value"]
    let value: MeasuredValue =
      text.hasPrefix(missing)
      ? .missing(String(text.dropFirst(missing.count))) : .value(try line.number("value"))
    return Measurement(
      metric: line["metric"], split: line["split"], evaluation: line["evaluation"],
      position: try line.integer("position"), value: value,
      sampleCount: try line.integer("sampleCount"), kind: kind)
  }
}
