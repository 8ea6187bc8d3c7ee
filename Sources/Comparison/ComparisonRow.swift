import Experiment

/// One model on one task against the baseline's own result for that model and task.
public struct ComparisonRow: Codable, Sendable, Equatable {
  /// The suite's id.
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
  /// ours / theirs as a ratio with its interval; 1 means no change. nil for a quantity that may be
  /// zero or negative: `evidence` then has the difference.
  public var ratio: Interval?
  /// The p-value of no difference, corrected over all rows; nil when it cannot be computed.
  public var pValue: Double?
  /// In a word.
  public var verdict: Verdict
  /// In a sentence.
  public var sentence: String
  /// The pairs behind the verdict; nil when there is nothing to pair.
  public var evidence: PairedEvidence?

  /// A row.
  public init(
    suite: String, task: String, model: String, baselineModel: String, quantity: Quantity,
    ours: Interval?, theirs: Interval?, ratio: Interval?, pValue: Double?, verdict: Verdict,
    sentence: String, evidence: PairedEvidence? = nil
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
    self.evidence = evidence
  }

  /// Whether the row is a step back: worse, or without a value where the baseline has one.
  public var isRegression: Bool {
    verdict == .worse || (verdict == .missing && ours == nil && theirs != nil)
  }
}
