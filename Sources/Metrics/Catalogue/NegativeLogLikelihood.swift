import Experiment

/// Negative log-likelihood of samples under a model's density, in nats; its expected value is least, and the
/// entropy, for the true density. That the model's density has mass 1 is not checked here.
public struct NegativeLogLikelihood: DensityMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "NLL", formula: "mean over samples of [−Σ w p / Σ w], p the logarithm of the density",
    unit: "nat", direction: .lower, range: "(−∞, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// −Σ w p / Σ w.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    LogDensitySums(sample).mean { predicted, _ in -predicted }
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect, .mean: .value(-MetricProbe.truthMean)
    case .zero: .value(0)
    }
  }
}
