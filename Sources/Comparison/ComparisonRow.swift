import Experiment

/// One model on one task against the baseline's own result for that model and task.
public struct ComparisonRow: Codable, Sendable, Equatable {
  /// Suite, task and model; the seed is the number of paired seeds' first.
  public var suite: String
  /// The task's id.
  public var task: String
  /// The model's id.
  public var model: String
  /// The baseline's model that it is compared with.
  public var baselineModel: String
  /// What is compared.
  public var quantity: Quantity
  /// This result's mean over the paired seeds.
  public var ours: Interval?
  /// The baseline's.
  public var theirs: Interval?
  /// ours / theirs as a ratio with its interval; 1 means no change.
  public var ratio: Interval?
  /// The p-value of no difference, corrected over all rows; nil when it cannot be computed.
  public var pValue: Double?
  /// In a word.
  public var verdict: Verdict
  /// In a sentence.
  public var sentence: String

  /// A row.
  public init(
    suite: String, task: String, model: String, baselineModel: String, quantity: Quantity,
    ours: Interval?, theirs: Interval?, ratio: Interval?, pValue: Double?, verdict: Verdict,
    sentence: String
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.baselineModel = baselineModel
    self.quantity = quantity
    self.ours = ours
    self.theirs = theirs
    self.ratio = ratio
    self.pValue = pValue
    self.verdict = verdict
    self.sentence = sentence
  }
}
