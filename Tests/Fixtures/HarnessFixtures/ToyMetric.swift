import Experiment

/// The sum of absolute errors; passes on what is not finite, as a careless metric would.
package struct ToyMetric: Metric {
  package static let definition = MetricDefinition(
    title: "Error", formula: "sum |p - y|", unit: "1", direction: .lower, range: "[0, inf)",
    version: 1)

  package init() {}

  package func value(_ sample: ScoredField) -> MeasuredValue {
    .value(zip(sample.predicted, sample.expected).map { Double(abs($0 - $1)) }.reduce(0, +))
  }

  package func aggregate(_ samples: [ScoredField]) -> MeasuredValue { value(samples[0]) }
}
