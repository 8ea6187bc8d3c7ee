import Experiment

/// Pearson's correlation of prediction and truth over all channels and points of a sample, then the
/// arithmetic mean over samples: 1 when the prediction is the truth up to a positive factor and a
/// shift.
public struct Correlation: Metric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Correlation",
    formula: "mean over samples of Σ w (p − p̄)(y − ȳ) / √[Σ w (p − p̄)² Σ w (y − ȳ)²], means and "
      + "sums over channels and points",
    unit: "1", direction: .higher, range: "[−1, 1]", version: 1)

  /// A metric without parameters.
  public init() {}

  /// The correlation; missing when prediction or truth is constant.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let moments = FieldMoments(sample)
    guard moments.isFinite else { return .missing("prediction is not finite") }
    guard moments.weight > 0 else { return .missing("no point counts") }
    let norms = moments.predictedSquares.squareRoot() * moments.expectedSquares.squareRoot()
    guard norms > 0 else { return .missing("constant field") }
    return MeasuredValue(moments.product / norms)
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(1)
    case .zero, .mean: .missing
    }
  }
}
