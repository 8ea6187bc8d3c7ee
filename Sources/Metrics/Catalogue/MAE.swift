import Experiment

/// Mean absolute error: Σ w |p − y| / Σ w over all channels and points of a sample, then the
/// arithmetic mean over samples.
public struct MAE: PointwiseMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "MAE",
    formula: "mean over samples of [Σ w |p − y| / Σ w], sums over channels and points",
    unit: "unit of the field", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// Σ w |p − y| / Σ w; missing when no point counts.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let sums = FieldSums(sample)
    return FieldSums.ratio(sums.absoluteError, to: sums.weight, ifZero: "no point counts")
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(0)
    case .zero: .value(MetricProbe.truthMean)
    case .mean: .unstated
    }
  }
}
