import Experiment

/// Relative L2 error: √(Σ w (p − y)² / Σ w y²) over all channels and points of a sample, then the
/// arithmetic mean over samples. Other suites call it nRMSE (PDEBench: Takamoto et al. 2022,
/// arXiv:2210.07182, section 4) and average in another order, which gives other numbers.
public struct RelativeL2: PointwiseMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Relative L2",
    formula: "mean over samples of √[Σ w (p − y)² / Σ w y²], sums over channels and points",
    unit: "1", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// √(Σ w (p − y)² / Σ w y²); missing when the truth is zero everywhere.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let sums = FieldSums(sample)
    let ratio = FieldSums.ratio(
      sums.squaredError, to: sums.squaredReference, ifZero: "zero reference")
    return ratio.number.map { MeasuredValue($0.squareRoot()) } ?? ratio
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(0)
    case .zero: .value(1)
    case .mean: .value((MetricProbe.truthVariance / MetricProbe.truthMeanSquare).squareRoot())
    }
  }
}
