import Experiment

/// A metric recipe with a parameter.
struct Power: Metric {
  static let definition = MetricDefinition(
    title: "Power", formula: "mean |p - y|^q", unit: "1", direction: .lower, range: "[0, inf)",
    version: 1)

  var exponent = 2.0

  func value(_ sample: ScoredField) -> MeasuredValue { .missing("planned only") }
}
