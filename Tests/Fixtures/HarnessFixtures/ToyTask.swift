import Experiment
import Foundation
import Tensors

/// Predict twice the input.
package struct ToyTask: TaskRecipe {
  package var dataset: any DatasetRecipe {
    ToyData(
      name: data, secondsPerPart: secondsPerPart, brokenPart: brokenPart, failedPart: failedPart)
  }
  package var data = "toy-data"
  package var secondsPerPart = 0.0
  package var brokenPart = ""
  package var failedPart = ""

  package init() {}

  package func prepare(_ data: DataLocation) throws -> any PreparedTask {
    let first = data.folder.appending(path: "a/one/values.txt")
    return ToyPrepared(size: try Data(contentsOf: first).count)
  }
}

struct ToyPrepared: PreparedTask {
  let size: Int
  var role: Role {
    Role(
      inputs: [Role.Slot(name: "x", shape: [size], unit: "1")],
      outputs: [Role.Slot(name: "y", shape: [size], unit: "1")])
  }

  private func samples(_ count: Int) -> NamedTensors {
    let values = (0..<count * size).map { Float($0) / 10 }
    return NamedTensors(["x": Tensor(shape: [count, size], values: values)])
  }

  var training: TrainingSet {
    TrainingSet(
      inputs: samples(4), targets: samples(4), validationInputs: samples(2),
      validationTargets: samples(2))
  }

  func evaluate(_ model: any Model, metrics: [MetricUse]) throws -> Evaluation {
    let inputs = samples(3)
    let answer = try model.predict(inputs).required("y")
    guard answer.shape == [3, size] else {
      throw ModelFailure(.wrongShape, "y has the shape \(answer.shape), not \([3, size])")
    }
    let predicted = answer.values
    let expected = try inputs.required("x").values.map { 2 * $0 }
    let whole = ScoredField(predicted: predicted, expected: expected, persistence: expected)
    let last = ScoredField(
      predicted: Array(predicted.suffix(size)), expected: Array(expected.suffix(size)),
      persistence: Array(expected.suffix(size)))
    return Evaluation(
      measurements: metrics.flatMap { use in
        zip(ToyPlan.headlines, [whole, last]).map { headline, field in
          Measurement(
            metric: use.name, split: "test", evaluation: headline.evaluation,
            value: use.metric.aggregate([field]), sampleCount: 3)
        }
      },
      curves: [Curve(name: "error", axis: "sample", positions: [0, 1], values: [0.5, 0.25])],
      snapshots: [
        FieldSnapshot(
          title: "sample 0", quantity: "y", unit: "1", height: 1, width: size,
          expected: Array(expected.prefix(size)), predicted: Array(predicted.prefix(size)),
          course: "sample 0, the only one", step: 1,
          vectors: FieldSnapshot.Vectors(
            expected: [Float](repeating: 1, count: 2 * size),
            predicted: [Float](repeating: 2, count: 2 * size)))
      ])
  }
}
