import Experiment

/// Skill against persistence: 1 − mean NMSE of the model / mean NMSE of the persistence forecast on
/// the same samples (Murphy 1988, *Monthly Weather Review* 116, 2417, equation 4). 1 is perfect, 0 is
/// no better than repeating the last known field, below 0 is worse than that.
public struct Skill: Metric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Skill",
    formula: "1 − mean NMSE(p) / mean NMSE(persistence), both means over the same samples",
    unit: "1", direction: .higher, range: "(−∞, 1]", version: 1)

  /// A metric without parameters.
  public init() {}

  /// 1 − Σ w (p − y)² / Σ w (b − y)²; missing when persistence is perfect.
  public func value(_ sample: ScoredField) -> MeasuredValue { aggregate([sample]) }

  /// 1 − (mean of NMSE of p) / (mean of NMSE of b); missing when an NMSE is, or the denominator is 0.
  public func aggregate(_ samples: [ScoredField]) -> MeasuredValue {
    let sums = samples.map { FieldSums($0) }
    let model = MeasuredValue.mean(
      sums.map { .ratio($0.squaredError, $0.squaredReference) })
    let persistence = MeasuredValue.mean(
      sums.map { .ratio($0.squaredPersistenceError, $0.squaredReference) })
    guard let model = model.number else { return model }
    guard let persistence = persistence.number else { return persistence }
    guard persistence > 0 else { return .missing("persistence is perfect") }
    return MeasuredValue(1 - model / persistence)
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(1)
    case .zero: .value(0)
    case .mean: .value(1 - MetricProbe.truthVariance / MetricProbe.truthMeanSquare)
    }
  }
}

extension MeasuredValue {
  fileprivate static func ratio(_ error: Double, _ reference: Double) -> MeasuredValue {
    FieldSums.ratio(error, to: reference, ifZero: "zero reference")
  }
}
