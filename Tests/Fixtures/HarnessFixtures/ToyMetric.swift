import Experiment

/// The sum of absolute errors; passes on what is not finite, as a careless metric would.
public struct ToyMetric: Metric {
  public static let definition = MetricDefinition(
    title: "Error", formula: "sum |p - y|", unit: "1", direction: .lower, range: "[0, inf)",
    version: 1)

  public init() {}

  public func value(_ sample: ScoredField) -> MeasuredValue {
    .value(zip(sample.predicted, sample.expected).map { Double(abs($0 - $1)) }.reduce(0, +))
  }

  public func aggregate(_ samples: [ScoredField]) -> MeasuredValue { value(samples[0]) }
}
