import Experiment

/// Root mean square difference of a model's log density from the true one at samples of the truth, in nats.
public struct LogDensityError: DensityMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Log-density error",
    formula: "√ of mean over samples of [Σ w (p − y)² / Σ w], p and y logarithms of densities",
    unit: "nat", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// √ Σ w (p − y)² / Σ w.
  public func value(_ sample: ScoredField) -> MeasuredValue { aggregate([sample]) }

  /// The root is taken once, of the mean over all samples.
  public func aggregate(_ samples: [ScoredField]) -> MeasuredValue {
    let squares = MeasuredValue.mean(
      samples.map { LogDensitySums($0).mean { ($0 - $1) * ($0 - $1) } })
    return squares.number.map { MeasuredValue($0.squareRoot()) } ?? squares
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(0)
    case .zero: .value(MetricProbe.truthMeanSquare.squareRoot())
    case .mean: .value(MetricProbe.truthVariance.squareRoot())
    }
  }
}
