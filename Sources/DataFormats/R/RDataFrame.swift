import Experiment

/// A data frame of R: columns of one length.
public struct RDataFrame: Sendable, Equatable {
  /// Rows.
  public let rows: Int
  /// The columns' names.
  public let names: [String]
  private let columns: [RValue]
  private let source: String

  /// The frame that `value` is; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) when it is none, or its columns differ in length.
  public init(_ value: RValue, source: String) throws {
    guard case .list(let columns) = value.content,
      value.attribute("class")?.texts?.contains("data.frame") == true,
      let names = value.attribute("names")?.texts, names.count == columns.count
    else { throw Self.wrong(source, "another value", "a data frame") }
    let lengths = columns.map(Self.length)
    guard let first = lengths.first, let rows = first else {
      throw Self.wrong(source, "no vector as first column", "vectors of one length")
    }
    if let other = lengths.firstIndex(where: { $0 != rows }) {
      let found = lengths[other].map { "\($0) values" } ?? "no vector"
      throw Self.wrong(
        source, "\(rows) values in column 1 and \(found) in column \(other + 1)",
        "vectors of one length")
    }
    self.rows = rows
    self.names = names.map { $0 ?? "" }
    self.columns = columns
    self.source = source
  }

  /// The numbers of a column; NaN where one is missing. A factor gives the numbers of its levels, from 1.
  /// - Throws: `AssayError` (bad input) when there is no such column of numbers.
  public func numbers(_ name: String) throws -> [Double] {
    guard let place = names.firstIndex(of: name), let numbers = columns[place].numbers else {
      throw Self.wrong(
        source, "no column of numbers '\(Excerpt.text(name.utf8))'", Excerpt.choice(of: names))
    }
    return numbers
  }

  private static func length(_ column: RValue) -> Int? {
    switch column.content {
    case .truths(let values): values.count
    case .integers(let values): values.count
    case .numbers(let values): values.count
    case .texts(let values): values.count
    case .null, .list, .symbol, .other: nil
    }
  }

  private static func wrong(_ source: String, _ found: String, _ expected: String) -> AssayError {
    .badFile(
      source, found: found, expected: expected, remedy: "install another version of the package")
  }
}
