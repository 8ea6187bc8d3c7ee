import Experiment

/// What one model saves against a reference on one task. Ratios are the model's over the reference's, so
/// that 0.5 is half.
public struct MethodSaving: Sendable, Equatable {
  /// The model's id.
  public var model: String
  /// The mean quality over seeds; nil when a seed has none.
  public var quality: Interval?
  /// The mean cost over seeds; nil when a seed has none.
  public var cost: Interval?
  /// The change in quality from the reference, each at its own setting, on the task's scale.
  public var qualityChange: Answer
  /// The ratio of costs, each at its own setting.
  public var costRatio: Answer
  /// The ratio of costs at equal quality, each at whichever of its settings reaches it cheapest.
  public var costAtEqualQuality: FrontAnswer
  /// The ratio of training times. A setting of the prediction needs no other training, so that it holds
  /// at equal quality too.
  public var training: Answer
  /// The ratio of prediction times, each at its own setting.
  public var prediction: Answer
  /// The ratio of prediction times at equal quality if times go with costs: those of variants are not
  /// measured.
  public var predictionAtEqualQuality: FrontAnswer
  /// The change in quality from what the reference's own settings give at the model's cost.
  public var gainOverSettings: Answer
}
