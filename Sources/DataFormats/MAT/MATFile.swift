import Experiment
import Foundation

/// A MATLAB version 5 file: numeric and character arrays, plain or compressed, either byte order.
///
/// Written after "MAT-File Format" (The MathWorks, R2019a), chapter 1. Cells, structures, objects and
/// sparse matrices are listed as unsupported; version 7.3 files (HDF5) and version 4 are refused.
public struct MATFile: Sendable, Equatable {
  /// A variable with its name.
  public struct Variable: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let content: MATContent
  }

  /// The variables in the file's order.
  public let variables: [Variable]
  private let source: String

  /// Reads the file at `url`.
  /// - Throws: `AssayError` (bad input) for a foreign, cut or damaged file.
  public static func read(_ url: URL) throws -> MATFile {
    try MATFile(decoding: try FileBytes.read(url), source: url.path)
  }

  /// The file in `data`; `source` names it in errors.
  public init(decoding data: Data, source: String) throws {
    self.source = source
    let header = try MATHeader(data, source: source)
    var reader = MATElementReader(
      data.dropFirst(MATHeader.size), order: header.order, source: source)
    var variables: [Variable] = []
    while let element = try reader.next() {
      if let variable = try MATMatrix.variable(in: element, order: header.order, source: source) {
        variables.append(variable)
      }
    }
    self.variables = variables
  }

  /// The numeric array called `name`.
  /// - Throws: `AssayError` (bad input) when it is absent, text or of an unsupported kind.
  public func array(_ name: String) throws -> MATArray {
    switch try content(name) {
    case .numbers(let array): return array
    case .text: throw unsuitable(name, "text", expected: "a numeric array")
    case .unsupported(let kind): throw unsuitable(name, kind, expected: "a numeric array")
    }
  }

  /// The rows of the character array called `name`.
  /// - Throws: `AssayError` (bad input) when it is absent or no text.
  public func text(_ name: String) throws -> [String] {
    switch try content(name) {
    case .text(let rows): return rows
    case .numbers: throw unsuitable(name, "a numeric array", expected: "a character array")
    case .unsupported(let kind): throw unsuitable(name, kind, expected: "a character array")
    }
  }

  private func content(_ name: String) throws -> MATContent {
    guard let variable = variables.first(where: { $0.name == name }) else {
      let names = variables.map(\.name).joined(separator: ", ")
      throw AssayError.badFile(
        source, found: "no variable '\(name)'",
        expected: "one of its variables: \(names.isEmpty ? "none" : names)",
        remedy: "check the name")
    }
    return variable.content
  }

  private func unsuitable(_ name: String, _ kind: String, expected: String) -> AssayError {
    AssayError.badFile(
      source, found: "the variable '\(name)' is \(kind)", expected: expected,
      remedy: "save it as a full array of numbers or characters")
  }
}
