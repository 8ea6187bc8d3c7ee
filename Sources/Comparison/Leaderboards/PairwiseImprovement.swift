/// How probably a run of one model beats a run of another on a task of the suite, averaged over tasks
/// (Agarwal et al. 2021; the Mann–Whitney statistic of each task, ties counted half).
public struct PairwiseImprovement: Codable, Sendable, Equatable {
  /// The model's id.
  public var model: String
  /// The model that it is set against.
  public var other: String
  /// The probability with its 95 % interval; 0.5 means no difference.
  public var probability: Interval

  /// A pair.
  public init(model: String, other: String, probability: Interval) {
    self.model = model
    self.other = other
    self.probability = probability
  }
}
