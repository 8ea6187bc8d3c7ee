/// A measure of how far predictions are from the truth.
public protocol Metric: Recipe {
  /// Its entry in the metric dictionary.
  static var definition: MetricDefinition { get }
  /// The value on one sample.
  func value(_ sample: ScoredField) -> MeasuredValue
  /// The value on a set of samples; by default the arithmetic mean of the samples' values, missing
  /// when any of them is.
  func aggregate(_ samples: [ScoredField]) -> MeasuredValue
  /// What it must say of `probe`: checked before the first cell of every run.
  func knownScore(of probe: MetricProbe) -> KnownScore
}

extension Metric {
  /// The arithmetic mean of the samples' values, missing when one is missing or there is none.
  public func aggregate(_ samples: [ScoredField]) -> MeasuredValue {
    MeasuredValue.mean(samples.map(value))
  }

  /// Nothing; the metrics of the shelf state theirs.
  public func knownScore(of probe: MetricProbe) -> KnownScore { .unstated }
}
