import Experiment
import Foundation

/// A task that does nothing, so that what is left is the harness's own cost.
struct IdleTask: TaskRecipe {
  var dataset: any DatasetRecipe { IdleDataset() }

  func prepare(_ data: DataLocation) throws -> any PreparedTask { PreparedIdleTask() }
}
