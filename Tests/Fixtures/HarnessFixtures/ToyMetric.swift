import Experiment

/// The sum of absolute errors; passes on what is not finite, as a careless metric would.
package struct ToyMetric: Metric {
  package static let definition = MetricDefinition(
    title: "Error", formula: "sum |p - y|", unit: "1", direction: .lower, range: "[0, inf)",
    version: 1)

  package init() {}

  package func value(_ sample: ScoredField) -> MeasuredValue {
    .value(
      sample.expected.indices.map { index in
        let counts = sample.weights.isEmpty || sample.weights[index] != 0
        return counts ? Double(abs(sample.predicted[index] - sample.expected[index])) : 0
      }.reduce(0, +))
  }

  package func aggregate(_ samples: [ScoredField]) -> MeasuredValue {
    .value(samples.compactMap { value($0).number }.reduce(0, +) / Double(samples.count))
  }
}
