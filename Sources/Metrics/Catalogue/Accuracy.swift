import Experiment

/// Share of right decisions: the class of the largest logit is the true one. Equal largest logits count as
/// the share that a guess among them would get, so that a constant prediction scores as chance does.
public struct Accuracy: ClassificationMetric {
  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "Accuracy",
    formula: "mean over samples of [mean over the classes c of largest p_c of y_c / max y]",
    unit: "1", direction: .higher, range: "[0, 1]", version: 1)

  /// A metric without parameters.
  public init() {}

  /// Mean over the classes of largest logit of y / max y, classes of weight 0 left out.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let classes = CountedClasses(sample)
    guard classes.isFinite else { return .missing("prediction is not finite") }
    guard let largest = classes.logits.max(), let best = classes.shares.max() else {
      return .missing("no point counts")
    }
    guard best > 0 else { return .missing("no true class") }
    let chosen = classes.logits.indices.filter { classes.logits[$0] == largest }
    let hits = chosen.map { classes.shares[$0] / best }.reduce(0, +)
    return MeasuredValue(hits / Double(chosen.count))
  }

  /// The closed forms: a constant chooses every value of the probe, whose largest is 3.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(1)
    case .zero, .mean: .value(MetricProbe.truthMean / 3)
    }
  }
}
