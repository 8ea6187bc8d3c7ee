import Experiment
import Foundation

/// Starts short programs of the system and takes what they print.
public struct ExternalCommand: Sendable {
  /// What a program left.
  public struct Outcome: Sendable, Equatable {
    /// Its standard output.
    public var output: String
    /// Its standard error.
    public var errors: String
    /// Its exit code, 127 when there is no such program.
    public var exitCode: Int32

    /// An outcome.
    public init(output: String = "", errors: String = "", exitCode: Int32 = 0) {
      self.output = output
      self.errors = errors
      self.exitCode = exitCode
    }
  }

  /// Runs a program, found by the search path, with its arguments.
  public let run: @Sendable ([String]) throws -> Outcome

  /// A way to run programs; tests give their own.
  public init(run: @escaping @Sendable ([String]) throws -> Outcome) {
    self.run = run
  }

  /// The programs of this machine, found by the search path of `environment`, which they get.
  public static func system(environment: [String: String]) -> ExternalCommand {
    ExternalCommand { words in
      let output = try CapturedText()
      let errors = try CapturedText()
      let status = try SpawnedProgram.run(
        ["/usr/bin/env"] + words, environment: environment, output: output.descriptor,
        errors: errors.descriptor)
      return Outcome(output: output.text, errors: errors.text, exitCode: status)
    }
  }
}
