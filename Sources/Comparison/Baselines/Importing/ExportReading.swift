import Experiment
import Foundation

/// Reads the JSON Lines of `ResultFrame.writeJSONLines`, every mistake with its line.
struct ExportReading {
  private let file: String
  private var frame = ResultFrame(suites: [], runs: [], cells: [])
  private var seenSuites: Set<String> = []
  private var seenCells: Set<CellIdentity> = []
  private var seenMeasurements: Set<[String]> = []

  /// The frame in `text`, which messages call `file`.
  /// - Throws: `AssayError` (bad input) with file and line.
  static func frame(of text: String, file: String) throws -> ResultFrame {
    var reading = ExportReading(file: file)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      try reading.read(Data(line.utf8), number: index + 1)
    }
    return reading.frame
  }

  private init(file: String) {
    self.file = file
  }

  private struct Record: Decodable {
    let record: String
  }

  private struct Described<Value: Decodable>: Decodable {
    let value: Value
  }

  private struct Cell: Decodable {
    let key: String
    let state: String
    let reason: String
    let dataOrigin: String
    let dataHash: String
    let taskHash: String
    let parameterCount: Int
    let run: String
  }

  private struct Value: Decodable {
    let metric: String
    let evaluation: String
    let split: String
    let position: Int
    let value: Double?
    let missing: String?
    let sampleCount: Int
    let kind: String
  }

  private mutating func read(_ data: Data, number: Int) throws {
    let record = try decoded(Record.self, data, number).record
    switch record {
    case "suite":
      try add(try decoded(Described<SuiteDescription>.self, data, number).value, number)
    case "run":
      frame.runs.append(try decoded(Described<RunRecord>.self, data, number).value)
    case "cell":
      try add(
        try decoded(Cell.self, data, number), of: try decoded(CellIdentity.self, data, number),
        number)
    case "measurement":
      try add(try decoded(Value.self, data, number), number)
    default:
      throw error(
        number, found: "record '\(record)'", expected: "one of suite, run, cell, measurement")
    }
  }

  private mutating func add(_ suite: SuiteDescription, _ number: Int) throws {
    guard seenSuites.insert(suite.id).inserted else {
      throw error(number, found: "a second suite '\(suite.id)'", expected: "one line a suite")
    }
    for quantity in suite.tasks.flatMap(\.primary) where suite.metrics[quantity.metric] == nil {
      throw error(
        number, found: "\(suite.id) ranks by '\(quantity.metric)', which it does not define",
        expected: "one of \(suite.metrics.keys.sorted().joined(separator: ", "))")
    }
    frame.suites.append(suite)
  }

  private mutating func add(_ cell: Cell, of identity: CellIdentity, _ number: Int) throws {
    let state = try choice(cell.state, "state", of: CellState.self, number)
    guard let origin = DataLocation.Origin(rawValue: cell.dataOrigin) else {
      throw error(
        number, found: "dataOrigin '\(cell.dataOrigin)'",
        expected: "one of \(DataLocation.Origin.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard seenCells.insert(identity).inserted else {
      throw error(number, found: "a second line of \(identity)", expected: "one line a cell")
    }
    guard
      frame.suites.contains(where: { suite in
        suite.id == identity.suite && suite.tasks.contains { $0.id == identity.task }
      })
    else {
      throw error(
        number, found: "\(identity)", expected: "a suite and task that an earlier line describes")
    }
    seenMeasurements = []
    frame.cells.append(
      CellResult(
        identity: identity, key: cell.key, state: state, reason: cell.reason,
        configuration: CellProtocol.configuration(data: cell.dataHash, task: cell.taskHash),
        dataOrigin: origin, parameterCount: cell.parameterCount, run: cell.run))
  }

  private mutating func add(_ value: Value, _ number: Int) throws {
    guard !frame.cells.isEmpty else {
      throw error(number, found: "a measurement", expected: "the line of its cell before it")
    }
    let name = [value.metric, value.evaluation, value.split, String(value.position)]
    guard seenMeasurements.insert(name).inserted else {
      throw error(
        number, found: "a second value of \(name.joined(separator: " "))", expected: "one value")
    }
    guard let kind = Experiment.Measurement.Kind(rawValue: value.kind) else {
      throw error(number, found: "kind '\(value.kind)'", expected: "result or cost")
    }
    guard (value.value == nil) != (value.missing == nil) else {
      throw error(
        number, found: value.value == nil ? "no value" : "a value and a reason for none",
        expected: "either 'value' or 'missing'")
    }
    frame.cells[frame.cells.count - 1].evaluation.measurements.append(
      Experiment.Measurement(
        metric: value.metric, split: value.split, evaluation: value.evaluation,
        position: value.position,
        value: value.missing.map { .missing($0) } ?? MeasuredValue(value.value ?? .nan),
        sampleCount: value.sampleCount, kind: kind))
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ name: String, of type: Choice.Type, _ number: Int
  ) throws -> Choice where Choice.RawValue == String {
    guard let found = Choice(rawValue: text) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(number, found: "\(name) '\(text)'", expected: "one of \(choices)")
    }
    return found
  }

  private func decoded<Found: Decodable>(_ type: Found.Type, _ data: Data, _ number: Int) throws
    -> Found
  {
    do {
      return try JSONDecoder().decode(type, from: data)
    } catch {
      throw self.error(
        number, found: JSONText.complaint(error), expected: "a line of an export")
    }
  }

  private func error(_ number: Int, found: String, expected: String) -> AssayError {
    AssayError(
      .badInput, where: "\(file):\(number)", found: found, expected: expected,
      remedy: "export the run again; an export is not edited by hand")
  }
}
