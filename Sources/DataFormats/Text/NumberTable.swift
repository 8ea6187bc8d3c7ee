import Experiment
import Foundation

/// A table of numbers separated by commas, without a heading (RFC 4180 without quotes).
public struct NumberTable: Sendable, Equatable {
  /// The most bytes that a file may unpack to.
  private static let limit = 1 << 28

  /// Columns of every row.
  public let columns: Int
  /// The numbers, row by row.
  public let values: [Double]

  /// Rows.
  public var rows: Int { columns == 0 ? 0 : values.count / columns }

  /// Reads the file at `url`, plain or packed by gzip.
  /// - Throws: `AssayError` (bad input) with the line of what is no number, or of a row of other length.
  public static func read(_ url: URL) throws -> NumberTable {
    try NumberTable(decoding: Inflation.read(url, limit: limit), source: url.path)
  }

  /// The table in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) with the line of what is no number, or of a row of other length.
  public init(decoding data: Data, source: String) throws {
    var values: [Double] = []
    var columns = 0
    for line in TextLines(data) where !line.bytes.isEmpty {
      let before = values.count
      for field in TextFields(line.bytes, separator: ",") {
        guard let value = DecimalText.number(field) else {
          throw AssayError.badFile(
            "\(source):\(line.number)",
            found: "'\(Excerpt.text(field))' in column \(values.count - before + 1)",
            expected: "a number", remedy: "copy the file again")
        }
        values.append(value)
      }
      if columns == 0 { columns = values.count }
      guard values.count - before == columns else {
        throw AssayError.badFile(
          "\(source):\(line.number)", found: "\(values.count - before) columns",
          expected: "\(columns), as in the first row", remedy: "copy the file again")
      }
    }
    self.columns = columns
    self.values = values
  }
}
