import Experiment
import Foundation

/// How times are measured, the same way for every model.
///
/// - Training: elapsed time of `fit` and nothing else, once.
/// - Prediction: one warm-up call, then timed calls of `predict` on the first samples (at most a batch) of the
///   validation split: five, and more until the median is known to 2 % or a quarter of a second is over
///   (`RepeatedTiming`); the median, divided by the number of samples. How many there were and why no more is
///   a fact of the attempt.
/// - Reference: a fixed piece of work before the training and after the judgement, so that times of
///   another hour or machine are not taken for the model's.
enum CostProtocol {
  /// The fact of how the time of predictions was found.
  static let predictionFact = "prediction-timing"

  static func reference(_ work: ReferenceWork) -> Experiment.Measurement {
    cost("reference-milliseconds", split: "train", MeasuredValue(work.milliseconds), 0)
  }

  static func training(
    seconds: Double, _ trace: TrainingTrace, samples: TrainingSet
  ) -> Experiment.Measurement {
    cost("training-seconds", split: "train", MeasuredValue(seconds), samples.inputs.sampleCount)
  }

  /// The time of a prediction, and how it was found; no fact without samples.
  static func prediction(
    _ model: any Model, _ set: TrainingSet, batch: Int
  ) throws -> (measurement: Experiment.Measurement, facts: [String: String]) {
    let pool = set.validationInputs.sampleCount > 0 ? set.validationInputs : set.inputs
    let count = min(pool.sampleCount, max(batch, 1))
    guard count > 0 else {
      return (
        cost("prediction-milliseconds", split: "validation", .missing("no samples"), 0), [:]
      )
    }
    let inputs = pool.gathered(samples: Array(0..<count))
    _ = try model.predict(inputs)
    var timing = RepeatedTiming()
    while timing.end == nil {
      let start = ContinuousClock.now
      _ = try model.predict(inputs)
      timing.add(start.secondsUntilNow)
    }
    let measurement = cost(
      "prediction-milliseconds", split: "validation",
      MeasuredValue(timing.median * 1000 / Double(count)), count)
    return (measurement, [predictionFact: timing.description])
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
