import Experiment

/// Normalised mean squared error: Σ w (p − y)² / Σ w y² over all channels and points of a sample,
/// then the arithmetic mean over samples (Luo et al. 2023, arXiv:2310.05963, with test batches of
/// one; there without a guard for a zero reference).
public struct NMSE: PointwiseMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "NMSE",
    formula: "mean over samples of [Σ w (p − y)² / Σ w y²], sums over channels and points",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// Σ w (p − y)² / Σ w y²; missing when the truth is zero everywhere.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let sums = FieldSums(sample)
    return FieldSums.ratio(
      sums.squaredError, to: sums.squaredReference, ifZero: "zero reference")
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(0)
    case .zero: .value(1)
    case .mean: .value(MetricProbe.truthVariance / MetricProbe.truthMeanSquare)
    }
  }
}
