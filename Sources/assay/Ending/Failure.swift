import ArgumentParser
import Experiment
import Foundation
import Planning

/// How a verb ends other than well: one message on stderr and the documented exit code.
enum Failure {
  /// Ends the process as the table of exit codes says.
  static func exit(with error: any Error) -> Never {
    switch error {
    case let error as Outcome: end(error.code)
    case let error as AssayError: end(code(of: error.kind), saying: "assay: \(error)")
    case let error as SuiteFileErrors: end(.badInput, saying: "\(error)")
    case let error as DecodingError: end(.badInput, saying: "assay: \(error)")
    case let error as CocoaError: end(.badInput, saying: "assay: \(error.localizedDescription)")
    default: endParsing(error)
    }
  }

  private static func code(of kind: AssayError.Kind) -> Experiment.ExitCode {
    switch kind {
    case .badInput, .cannotWrite: .badInput
    case .storeDamaged: .storeDamaged
    case .unmetRequirement: .cellsFailed
    }
  }

  /// Help and version go to stdout with 0; mistakes of usage to stderr with 2.
  private static func endParsing(_ error: any Error) -> Never {
    let text = Assay.fullMessage(for: error)
    guard Assay.exitCode(for: error).isSuccess else { end(.badInput, saying: text) }
    print(text)
    end(.done)
  }

  private static func end(_ code: Experiment.ExitCode, saying text: String = "") -> Never {
    if !text.isEmpty { FileHandle.standardError.write(Data((text + "\n").utf8)) }
    Foundation.exit(code.rawValue)
  }
}
