import Experiment

/// Mean squared error: Σ w (p − y)² / Σ w over all channels and points of a sample, then the
/// arithmetic mean over samples.
public struct MSE: PointwiseMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "MSE",
    formula: "mean over samples of [Σ w (p − y)² / Σ w], sums over channels and points",
    unit: "(unit of the field)²", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// Σ w (p − y)² / Σ w; missing when no point counts.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let sums = FieldSums(sample)
    return FieldSums.ratio(sums.squaredError, to: sums.weight, ifZero: "no point counts")
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(0)
    case .zero: .value(MetricProbe.truthMeanSquare)
    case .mean: .value(MetricProbe.truthVariance)
    }
  }
}
