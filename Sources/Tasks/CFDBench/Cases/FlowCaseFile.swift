import DataFormats
import Experiment
import Foundation

/// A case's `case.json`.
enum FlowCaseFile {
  static let fileName = "case.json"

  /// The file at `url`, of a case of `problem` with fields of `size` × `size` cells.
  /// - Throws: `AssayError` (bad input) for a key that is missing or unknown, for a value that is no
  ///   number, and for numbers that cannot be or do not fit together.
  static func read(_ url: URL, problem: FlowProblem, size: Int) throws -> FlowParameters {
    let check = FlowCaseFileCheck(url: url, problem: problem, size: size)
    let data = try FileBytes.read(url)
    guard let entries = try? JSONDecoder().decode([String: Entry].self, from: data) else {
      throw check.wrong(found: "not JSON")
    }
    let numbers = entries.compactMapValues(\.number)
    try check.requireKeys(of: entries.keys.sorted(), numbers: Set(numbers.keys))
    var parameters = FlowParameters(problem)
    for (quantity, _) in problem.definition.base {
      if let number = numbers[quantity.rawValue] { parameters[quantity] = number }
    }
    try check.requireSense(of: parameters, dx: numbers["dx"], dy: numbers["dy"])
    return parameters
  }

  /// The problem whose quantities are all in `data`, the text of a file, or nil.
  static func problem(of data: Data) -> FlowProblem? {
    let entries = (try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:]
    return FlowProblem.allCases.first { problem in
      problem.definition.base.allSatisfy { entries[$0.quantity.rawValue] != nil }
    }
  }

  /// The text of the file: the keys in the published order, which the published loader turns into the
  /// order of its parameter vector.
  static func text(_ parameters: FlowParameters, number: Int, size: Int) -> String {
    var fields = parameters.problem.definition.base.map { entry in
      (entry.quantity.rawValue, parameters[entry.quantity])
    }
    // Only the dam's files carry the number of the case.
    if parameters.problem == .dam { fields.insert(("case_no", Double(number)), at: 0) }
    fields.append(("dx", parameters.windowWidth / Double(size)))
    fields.append(("dy", parameters.windowHeight / Double(size)))
    return "{" + fields.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}\n"
  }

  /// A value of the file, which need not be a number.
  private struct Entry: Decodable {
    let number: Double?

    init(from decoder: any Decoder) throws {
      number = try? decoder.singleValueContainer().decode(Double.self)
    }
  }
}
