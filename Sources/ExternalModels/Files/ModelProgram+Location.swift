import Experiment
import Foundation

extension ModelProgram {
  /// The program of `command`, looked up in PATH or, with a slash in its name, below `folder`.
  /// - Throws: `AssayError` (bad input) when there is none
  public init(
    command: [String], in folder: URL, environment: JSONValue, libraries: [String] = [],
    network: NetworkAccess, writing: WriteAccess
  ) throws {
    guard let name = command.first, !name.isEmpty else {
      throw AssayError(
        .badInput, where: "the command of an external model", found: "no program",
        expected: "a program and its arguments",
        remedy: "write as in 'command: [python3, model.py]'")
    }
    self.init(
      executable: try ProgramPath.find(name, from: folder), command: command, folder: folder,
      environment: try Self.variables(environment),
      libraries: libraries.map {
        $0.hasPrefix("/") ? $0 : folder.appending(path: $0).standardizedFileURL.path
      }, network: network, writing: writing)
  }

  private static func variables(_ environment: JSONValue) throws -> [String: String] {
    guard case .mapping(let values) = environment else {
      throw wrong("it is no mapping")
    }
    var variables: [String: String] = [:]
    for (name, value) in values {
      guard let text = value.plainText, !text.utf8.contains(0) else {
        throw wrong("the value of '\(name)' is no text")
      }
      guard !name.isEmpty, !name.utf8.contains(0), !name.contains("=") else {
        throw wrong("'\(name)' is no name of a variable")
      }
      variables[name] = text
    }
    return variables
  }

  private static func wrong(_ found: String) -> AssayError {
    AssayError(
      .badInput, where: "the environment of an external model", found: found,
      expected: "texts by name", remedy: "write as in 'environment: {MY_FLAG: \"1\"}'")
  }
}
