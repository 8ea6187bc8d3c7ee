import Experiment

/// Σ w, to see from a value alone how many numbers are scored.
struct SumOfWeights: Metric {
  static let definition = MetricDefinition(
    title: "weights", formula: "Σ w", unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    MeasuredValue(Double(sample.weights.reduce(0, +)))
  }
}
