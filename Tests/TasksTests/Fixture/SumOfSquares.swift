import Experiment

/// Σ (p − y)², to see from a value alone what was compared with what.
struct SumOfSquares: Metric {
  static let definition = MetricDefinition(
    title: "SSE", formula: "Σ (p − y)²", unit: "m²/s²", direction: .lower, range: "[0, ∞)",
    version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    MeasuredValue(
      zip(sample.predicted, sample.expected).reduce(0) {
        $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
      })
  }
}
