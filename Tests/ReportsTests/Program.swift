import Foundation
import TestSupport

/// A program of the system that a test needs and may not find.
struct Program {
  /// Even a browser on a busy machine needs no more.
  private static let mostSeconds = 600.0
  private let url: URL

  /// The first of `names` in the usual folders, or nil.
  init?(_ names: String...) {
    let folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    let paths = names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let path = paths.first(where: FileManager.default.isExecutableFile) else { return nil }
    url = URL(fileURLWithPath: path)
  }

  /// Runs the program to its end.
  func run(_ arguments: [String]) throws -> ChildProcess.Outcome {
    try ChildProcess.run(url, arguments, atMostSeconds: Self.mostSeconds)
  }
}
