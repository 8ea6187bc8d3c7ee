import Experiment

/// How a group of models stands to another on one task: means over the models of a group, seed by seed.
public struct ContrastAnswer: Sendable, Equatable {
  /// The heading.
  public var title: String
  /// The models of the first group that were run.
  public var first: [String]
  /// The models of the second group that were run.
  public var second: [String]
  /// The change in quality from the second group to the first, on the task's scale.
  public var quality: Answer
  /// The ratio of costs, the first group's over the second's.
  public var cost: Answer
  /// The ratio of costs at equal quality, each group at whichever setting reaches it cheapest; nil when the
  /// suite does not say what settings there are for this cost.
  public var costAtEqualQuality: FrontAnswer?
  /// The ratio of training times.
  public var training: Answer
  /// The ratio of prediction times.
  public var prediction: Answer
}
