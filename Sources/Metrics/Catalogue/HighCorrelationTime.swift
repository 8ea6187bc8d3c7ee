import Experiment

/// High-correlation time: how many frames of a roll-out pass before prediction and truth are
/// correlated by less than `threshold` (Kochkov et al. 2021, PNAS 118, e2101784118; Lippe et al.
/// 2023, arXiv:2308.05732, both with 0.8), then the mean over roll-outs. It is counted in whole
/// frames and censored: a roll-out that stays above the threshold counts with its own length.
public struct HighCorrelationTime: TrajectoryMetric {
  /// The correlation that must be kept.
  public var threshold = 0.8

  /// Its entry in the metric dictionary.
  public static let definition = MetricDefinition(
    title: "High-correlation time",
    formula: "mean over roll-outs of the number of frames before Pearson's correlation over "
      + "channels and points first falls below the threshold; at most the length of the roll-out",
    unit: "frames", direction: .higher, range: "[0, length of the roll-out]", version: 1)

  /// The threshold of the sources, 0.8.
  public init() {}

  /// The number of frames. A frame whose truth or prediction is constant has no correlation and ends
  /// the count, as does one that is not finite.
  public func value(_ sample: ScoredField) -> MeasuredValue {
    let frames = sample.frames
    let end = frames.firstIndex { (Correlation().value($0).number ?? -1) < threshold }
    return MeasuredValue(Double(end ?? frames.count))
  }

  /// The closed forms.
  public func knownScore(of probe: MetricProbe) -> KnownScore {
    switch probe {
    case .perfect: .value(1)
    case .zero, .mean: .value(0)
    }
  }
}
