import Experiment
import Foundation

/// Whether a `case.json` can be.
struct FlowCaseFileCheck {
  /// Keys that a file may have and that say nothing new.
  private static let optionalKeys = ["case_no", "dx", "dy", "rotated"]
  /// How far `dx` and `dy` may be from the extent over the number of cells.
  private static let cellTolerance = 1e-6

  let url: URL
  let problem: FlowProblem
  let size: Int

  private var keys: [String] { problem.definition.base.map(\.quantity.rawValue) }

  /// Every key of the problem with a number, and no other but the optional ones.
  func requireKeys(of found: [String], numbers: Set<String>) throws {
    for key in keys where !numbers.contains(key) {
      throw wrong(found: found.contains(key) ? "'\(key)' is not a number" : "no key '\(key)'")
    }
    if let key = found.first(where: { !keys.contains($0) && !Self.optionalKeys.contains($0) }) {
      throw wrong(found: "unknown key '\(key)'")
    }
  }

  /// Signs, the problem's own conditions, and the cells.
  func requireSense(of parameters: FlowParameters, dx: Double?, dy: Double?) throws {
    for (quantity, _) in problem.definition.base {
      let value = parameters[quantity]
      guard value.isFinite, quantity.isNegative ? value < 0 : value > 0 else {
        throw wrong(
          found: "'\(quantity.rawValue)' is \(value)",
          expected: "a \(quantity.isNegative ? "negative" : "positive") number")
      }
    }
    if let contradiction = problem.definition.contradiction(parameters) {
      throw wrong(found: contradiction.found, expected: contradiction.expected)
    }
    let hasWidth = parameters.has(.width)
    try requireCell("dx", dx, hasWidth ? "width" : "x_max - x_min", parameters.windowWidth)
    try requireCell("dy", dy, hasWidth ? "height" : "y_max - y_min", parameters.windowHeight)
  }

  private func requireCell(
    _ key: String, _ cell: Double?, _ side: String, _ extent: Double
  ) throws {
    guard let cell, abs(cell * Double(size) - extent) > Self.cellTolerance * extent else { return }
    throw wrong(
      found: "'\(key)' is \(cell) and '\(side)' is \(extent)",
      expected: "\(key) = \(side.contains(" ") ? "(\(side))" : side)/\(size), the fields having "
        + "\(size) cells along each side")
  }

  /// The mistake `found`; by default what belongs into the file was expected.
  func wrong(found: String, expected: String? = nil) -> AssayError {
    let names = keys.map { "'\($0)'" }
    let list = "\(names.dropLast().joined(separator: ", ")) and \(names.last ?? "")"
    return AssayError(
      .badInput, where: url.path, found: found,
      expected: expected ?? "an object with the numbers \(list)",
      remedy: "correct the file or download it again")
  }
}
