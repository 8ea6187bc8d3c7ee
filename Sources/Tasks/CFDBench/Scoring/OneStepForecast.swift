import Experiment

/// Every test pair predicted once.
struct OneStepForecast {
  let pairs: [CavityPairs.Pair]
  let predictions: [ArraySlice<Float>]

  init(_ pairs: [CavityPairs.Pair], by forecaster: CavityForecaster) throws {
    self.pairs = pairs
    let series = forecaster.pairs.series
    predictions = try forecaster.next(
      pairs.map { series[$0.series].frame($0.frame) }, of: pairs.map(\.series))
  }

  /// The samples, each against the next frame; persistence is the frame given.
  func outcomes(
    _ series: [CavitySeries], components: CavityField.Components
  ) -> [ScoredOutcome] {
    zip(pairs, predictions).map { pair, prediction in
      .scored(
        CavityField.scored(
          predicted: prediction, expected: series[pair.series].frame(pair.frame + 1),
          persistence: series[pair.series].frame(pair.frame), components: components))
    }
  }
}
