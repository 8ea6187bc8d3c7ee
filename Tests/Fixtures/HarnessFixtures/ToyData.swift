import Experiment
import Foundation

/// Three small parts and one that is not generated.
package struct ToyData: DatasetRecipe {
  package var name: String
  package var secondsPerPart: Double
  /// A part that cannot be made.
  package var brokenPart: String
  /// A part whose simulation fails.
  package var failedPart: String

  package init(
    name: String = "toy-data", secondsPerPart: Double = 0, brokenPart: String = "",
    failedPart: String = ""
  ) {
    self.name = name
    self.secondsPerPart = secondsPerPart
    self.brokenPart = brokenPart
    self.failedPart = failedPart
  }

  /// The bytes of its first part: the length of a toy sample.
  static let firstSize = "a/one".utf8.count

  package var identifier: String { name }
  package var benchmark: String { "toy" }

  package var parts: [DatasetPart] {
    ["a/one", "a/two", "b/three"].map {
      DatasetPart(path: $0, expectedSeconds: secondsPerPart)
    }
      + [DatasetPart(path: "b/four", notGenerated: "the fluid is not known")]
  }

  package func generate(_ part: DatasetPart, into folder: URL) throws {
    Thread.sleep(forTimeInterval: secondsPerPart)
    if part.path == brokenPart { throw ToyError(text: "the solver diverged") }
    if part.path == failedPart {
      return try PartFailure(reason: "diverged at t = 2 s").write(into: folder)
    }
    try Data(part.path.utf8).write(to: folder.appending(path: "values.txt"))
  }
}
