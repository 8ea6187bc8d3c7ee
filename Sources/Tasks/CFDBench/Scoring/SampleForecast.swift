import Experiment

/// Every test sample predicted once.
struct SampleForecast {
  let samples: [FlowSample]
  let predictions: [ArraySlice<Float>]

  init(_ samples: [FlowSample], by forecaster: FlowForecaster) throws {
    self.samples = samples
    let trajectories = forecaster.samples.trajectories
    predictions = try forecaster.answers(
      samples, from: samples.map { trajectories[$0.trajectory].frame($0.given) })
  }

  /// Each prediction against the frame asked; persistence is the frame given.
  func outcomes(_ trajectories: [FlowTrajectory], by scorer: FieldScorer) -> [ScoredOutcome] {
    zip(samples, predictions).map { sample, prediction in
      .scored(
        scorer.field(
          predicted: prediction, frame: sample.asked, persistence: sample.given,
          of: trajectories[sample.trajectory]))
    }
  }
}
