import Experiment
import Foundation

/// How times are measured, the same way for every model.
///
/// - Training: elapsed time of `fit` and nothing else, once.
/// - Prediction: one warm-up call, then five timed calls of `predict` on the first samples (at most a
///   batch) of the validation split; the median, divided by the number of samples.
/// - Reference: a fixed piece of work before the training and after the judgement, so that times of
///   another hour or machine are not taken for the model's.
enum CostProtocol {
  static let repetitions = 5

  static func reference(_ work: ReferenceWork) -> Experiment.Measurement {
    cost("reference-milliseconds", split: "train", MeasuredValue(work.milliseconds), 0)
  }

  static func training(
    seconds: Double, _ trace: TrainingTrace, samples: TrainingSet
  ) -> Experiment.Measurement {
    cost("training-seconds", split: "train", MeasuredValue(seconds), samples.inputs.sampleCount)
  }

  static func prediction(
    _ model: any Model, _ set: TrainingSet, batch: Int
  ) throws -> Experiment.Measurement {
    let pool = set.validationInputs.sampleCount > 0 ? set.validationInputs : set.inputs
    let count = min(pool.sampleCount, max(batch, 1))
    guard count > 0 else {
      return cost("prediction-milliseconds", split: "validation", .missing("no samples"), 0)
    }
    let inputs = pool.gathered(samples: Array(0..<count))
    _ = try model.predict(inputs)
    let seconds = try (0..<repetitions).map { _ in
      let start = ContinuousClock.now
      _ = try model.predict(inputs)
      return start.secondsUntilNow
    }
    let median = seconds.sorted()[repetitions / 2]
    return cost(
      "prediction-milliseconds", split: "validation",
      MeasuredValue(median * 1000 / Double(count)), count)
  }

  private static func cost(
    _ metric: String, split: String, _ value: MeasuredValue, _ samples: Int
  ) -> Experiment.Measurement {
    Experiment.Measurement(
      metric: metric, split: split, evaluation: "cost", value: value, sampleCount: samples,
      kind: .cost)
  }
}

extension ContinuousClock.Instant {
  /// Elapsed seconds since this instant.
  var secondsUntilNow: Double { duration(to: .now) / .seconds(1) }
}
