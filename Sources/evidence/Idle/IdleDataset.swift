import Experiment
import Foundation

/// Data without a part.
struct IdleDataset: DatasetRecipe {
  var identifier: String { "idle" }
  var benchmark: String { "idle" }
  var parts: [DatasetPart] { [] }

  func generate(_ part: DatasetPart, into folder: URL) throws {}
}
