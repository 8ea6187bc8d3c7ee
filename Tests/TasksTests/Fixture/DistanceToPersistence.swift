import Experiment

/// Σ (p − b)², b being the persistence forecast: 0 exactly when the two are one field.
struct DistanceToPersistence: Metric {
  static let definition = MetricDefinition(
    title: "distance", formula: "Σ (p − b)²", unit: "m²/s²", direction: .lower, range: "[0, ∞)",
    version: 1)

  func value(_ sample: ScoredField) -> MeasuredValue {
    MeasuredValue(
      zip(sample.predicted, sample.persistence).reduce(0) {
        $0 + Double($1.0 - $1.1) * Double($1.0 - $1.1)
      })
  }
}
