import Experiment
import Foundation

/// A task that does nothing, so that what is left is the harness's own cost.
struct IdleTask: TaskRecipe {
  var dataset: any DatasetRecipe { IdleDataset() }

  func prepare(_ data: DataLocation) throws -> any PreparedTask { PreparedIdleTask() }
}

/// Data without a part.
struct IdleDataset: DatasetRecipe {
  var identifier: String { "idle" }
  var benchmark: String { "idle" }
  var parts: [DatasetPart] { [] }

  func generate(_ part: DatasetPart, into folder: URL) throws {}
}

struct PreparedIdleTask: PreparedTask {
  let role = Role(inputs: [], outputs: [])
  let training = TrainingSet(
    inputs: NamedTensors(), targets: NamedTensors(), validationInputs: NamedTensors(),
    validationTargets: NamedTensors())

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    Evaluation(measurements: [
      Measurement(
        metric: "nothing", split: "test", evaluation: "one-step", value: .value(0), sampleCount: 1)
    ])
  }
}
