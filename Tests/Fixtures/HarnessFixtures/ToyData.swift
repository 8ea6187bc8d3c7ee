import Experiment
import Foundation

/// Three small parts and one that is not generated.
package struct ToyData: DatasetRecipe {
  package var name: String
  package var secondsPerPart: Double
  package var brokenPart: String

  package init(name: String = "toy-data", secondsPerPart: Double = 0, brokenPart: String = "") {
    self.name = name
    self.secondsPerPart = secondsPerPart
    self.brokenPart = brokenPart
  }

  package var identifier: String { name }
  package var benchmark: String { "toy" }

  package var parts: [DatasetPart] {
    ["a/one", "a/two", "b/three"].map { DatasetPart(path: $0) }
      + [DatasetPart(path: "b/four", notGenerated: "the fluid is not known")]
  }

  package func generate(_ part: DatasetPart, into folder: URL) throws {
    Thread.sleep(forTimeInterval: secondsPerPart)
    if part.path == brokenPart { throw ToyError(text: "the solver diverged") }
    try Data(part.path.utf8).write(to: folder.appending(path: "values.txt"))
  }
}
