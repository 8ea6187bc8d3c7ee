import Experiment
import Foundation

/// This program again, in a process of its own on given cores.
enum OwnProcess {
  /// What the subcommand prints.
  /// - Throws: `AssayError` (unmet requirement) when it does not end well.
  static func result<Value: Decodable>(
    _ arguments: [String], on cores: String, for name: String
  ) throws -> Value {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = PinnedProcess(
      executable: URL(filePath: executable ?? CommandLine.arguments[0]), arguments: arguments,
      cores: cores)
    guard let value = process.result(as: Value.self) else {
      throw AssayError(
        .unmetRequirement, where: name, found: "no result", expected: "a run that ends",
        remedy: "run 'evidence \(arguments.joined(separator: " "))' by hand")
    }
    return value
  }
}
