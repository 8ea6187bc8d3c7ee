import Experiment

/// One row of a table as text, which knows where it stands.
struct TabbedLine {
  let file: String
  /// Counted from 1.
  let number: Int
  let columns: [String]
  let fields: [String]

  /// The field of a column that the table is known to have.
  subscript(column: String) -> String {
    guard let index = columns.firstIndex(of: column) else {
      preconditionFailure("the table has no column '\(column)'")
    }
    return fields[index]
  }

  /// The number of a column that the table need not have; nil where it has none or the field is empty.
  func optionalNumber(_ column: String) throws -> Double? {
    guard columns.contains(column), !self[column].isEmpty else { return nil }
    return try number(column)
  }

  func integer(_ column: String) throws -> Int {
    guard let value = Int(self[column]) else {
      throw error(found: "\(column) '\(self[column])'", expected: "a whole number")
    }
    return value
  }

  func number(_ column: String) throws -> Double {
    guard let value = Double(self[column]), value.isFinite else {
      throw error(found: "\(column) '\(self[column])'", expected: "a finite number")
    }
    return value
  }

  /// One of the cases of an enumeration by its raw value.
  func choice<Choice: RawRepresentable & CaseIterable>(_ column: String, of type: Choice.Type)
    throws -> Choice where Choice.RawValue == String
  {
    guard let value = Choice(rawValue: self[column]) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(found: "\(column) '\(self[column])'", expected: "one of \(choices)")
    }
    return value
  }

  func error(found: String, expected: String) -> AssayError {
    AssayError(
      .badInput, where: "\(file):\(number)", found: found, expected: expected,
      remedy: "correct the line, or restore the file from version control")
  }
}
