import Experiment
import Foundation

/// Negative log-likelihood of the true class under the softmax of the logits, in nats: the loss that the
/// classifiers of the suite are trained by.
public struct CrossEntropy: ClassificationMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Cross-entropy",
    formula: "mean over samples of [ln Σ_c exp p_c − Σ_c y_c p_c / Σ_c y_c], sums over classes",
    unit: "nat", direction: .lower, range: "[0, ∞)", version: 1)

  /// A metric without parameters.
  public init() {}

  /// ln Σ exp p − Σ y p / Σ y, classes of weight 0 left out.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let classes = CountedClasses(sample)
    guard classes.isFinite else { return .missing("prediction is not finite") }
    guard let largest = classes.logits.max() else { return .missing("no point counts") }
    let whole = classes.shares.reduce(0, +)
    guard whole > 0 else { return .missing("no true class") }
    let normaliser = largest + log(classes.logits.reduce(0) { $0 + exp($1 - largest) })
    let expected = zip(classes.shares, classes.logits).reduce(0) { $0 + $1.0 * $1.1 } / whole
    return MeasuredValue(normaliser - expected)
  }

  /// The closed forms. The probe has 512 values 2 + cos of 16 equal angles: the mean of their exponentials
  /// is e² I₀(1), I₀ being the modified Bessel function, up to 2 I₁₆(1) < 10⁻¹⁷.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    let classes = log(512.0)
    switch probe {
    case .perfect:
      let besselZeroOfOne = 1.266_065_877_752_008_4
      return .value(
        classes + 2 + log(besselZeroOfOne) - MetricProbe.truthMeanSquare / MetricProbe.truthMean)
    case .zero, .mean: return .value(classes)
    }
  }
}
