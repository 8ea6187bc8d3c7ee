import Experiment
import Foundation

/// All that a worker needs to make one part of a dataset.
struct PartOrder: Codable, Sendable, Equatable {
  /// A task that uses the dataset.
  let task: RecipeUse
  /// The part's path below the dataset's folder.
  let part: String
  /// An empty folder to fill.
  let folder: URL
}
