import ArgumentParser
import Canvas
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
    case let error as CanvasError: exit(with: unusable(error.path, found: error.reason))
    case let error as CocoaError:
      exit(with: unusable(error.filePath ?? "a file", found: error.localizedDescription))
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

  private static func unusable(_ path: String, found: String) -> AssayError {
    AssayError(
      .cannotWrite, where: path, found: found, expected: "a place that can be read and written",
      remedy: "check the path, its permissions and the free space")
  }

  /// Help and version go to stdout with 0; mistakes of usage to stderr with 2.
  private static func endParsing(_ error: any Error) -> Never {
    let text = Assay.fullMessage(for: error)
    guard Assay.exitCode(for: error).isSuccess else { end(.badInput, saying: text) }
    print(text)
    end(.done)
  }

  private static func end(_ code: Experiment.ExitCode, saying text: String = "") -> Never {
    // What was printed before comes first when both go to one place.
    fflush(nil)
    if !text.isEmpty {
      try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }
    Foundation.exit(code.rawValue)
  }
}
