import Experiment
import Foundation

/// Three small parts and one that is not generated.
public struct ToyData: DatasetRecipe {
  public var name: String
  public var secondsPerPart: Double
  public var brokenPart: String

  public init(name: String = "toy-data", secondsPerPart: Double = 0, brokenPart: String = "") {
    self.name = name
    self.secondsPerPart = secondsPerPart
    self.brokenPart = brokenPart
  }

  public var identifier: String { name }
  public var benchmark: String { "toy" }

  public var parts: [DatasetPart] {
    ["a/one", "a/two", "b/three"].map { DatasetPart(path: $0) }
      + [DatasetPart(path: "b/four", notGenerated: "the fluid is not known")]
  }

  public func generate(_ part: DatasetPart, into folder: URL) throws {
    Thread.sleep(forTimeInterval: secondsPerPart)
    if part.path == brokenPart { throw ToyError(text: "the solver diverged") }
    try Data(part.path.utf8).write(to: folder.appending(path: "values.txt"))
  }
}
