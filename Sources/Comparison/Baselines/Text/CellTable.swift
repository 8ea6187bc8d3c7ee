import Experiment

/// Cells as text, one line a cell, sorted by identity.
enum CellTable {
  /// Of schema 1, and the first columns of every later one.
  static let firstColumns = [
    "suite", "task", "model", "seed", "key", "state", "reason", "parameterCount", "dataOrigin",
  ]
  static let columns = firstColumns + ["dataHash", "taskHash"]

  static func text(_ cells: [CellResult]) -> String {
    let rows = cells.map { cell in
      let asked = CellProtocol(cell)
      return names(of: cell.identity) + [
        cell.key, cell.state.rawValue, cell.reason, String(cell.parameterCount),
        cell.dataOrigin.rawValue, asked.data, asked.task,
      ]
    }
    return TabbedText.text(columns: columns, rows: rows)
  }

  /// The cells without their measurements, in order, as made by `run`.
  static func cells(
    of text: String, file: String, schema: Int, profile: Profile, run: String
  ) throws -> [CellResult] {
    let columns = schema == 1 ? firstColumns : columns
    var seen: Set<CellIdentity> = []
    return try TabbedText.lines(of: text, columns: columns, file: file).map { line in
      let identity = try identity(in: line, profile: profile)
      guard seen.insert(identity).inserted else {
        throw line.error(found: "a second line of \(identity)", expected: "one line a cell")
      }
      return CellResult(
        identity: identity, key: line["key"], state: try line.choice("state", of: CellState.self),
        reason: line["reason"],
        configuration: schema == 1
          ? "{}" : CellProtocol.configuration(data: line["dataHash"], task: line["taskHash"]),
        dataOrigin: try origin(in: line),
        parameterCount: try line.integer("parameterCount"), run: run)
    }
  }

  static func names(of identity: CellIdentity) -> [String] {
    [identity.suite, identity.task, identity.model, String(identity.seed)]
  }

  static func identity(in line: TabbedLine, profile: Profile) throws -> CellIdentity {
    CellIdentity(
      suite: line["suite"], task: line["task"], model: line["model"],
      seed: try line.integer("seed"), profile: profile)
  }

  private static func origin(in line: TabbedLine) throws -> DataLocation.Origin {
    guard let origin = DataLocation.Origin(rawValue: line["dataOrigin"]) else {
      throw line.error(
        found: "dataOrigin '\(line["dataOrigin"])'",
        expected: "one of \(DataLocation.Origin.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return origin
  }
}
