import Experiment
import Foundation

/// This program again, in a process of its own on given cores.
enum OwnProcess {
  /// Where this program lies.
  static var executable: URL {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(filePath: path ?? CommandLine.arguments[0])
  }

  /// The process that runs the subcommand.
  static func process(_ arguments: [String], on cores: String) -> PinnedProcess {
    PinnedProcess(executable: executable, arguments: arguments, cores: cores)
  }

  /// What the subcommand prints.
  /// - Throws: `AssayError` (unmet requirement) when it does not end well.
  static func result<Value: Decodable>(
    _ arguments: [String], on cores: String, for name: String
  ) throws -> Value {
    guard let value = process(arguments, on: cores).result(as: Value.self) else {
      throw AssayError(
        .unmetRequirement, where: name, found: "no result", expected: "a run that ends",
        remedy: "run 'evidence \(arguments.joined(separator: " "))' by hand")
    }
    return value
  }
}
