/// What one model costs on one task against the baseline's own result for it.
public struct CostRow: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The task's id.
  public var task: String
  /// The model's id.
  public var model: String
  /// The baseline's model that it is compared with.
  public var baselineModel: String
  /// The cost's name, as in `training-seconds` or `peak-memory`.
  public var cost: String
  /// Its unit, as in `s`.
  public var unit: String
  /// Our mean over seeds.
  public var ours: Interval?
  /// The baseline's.
  public var theirs: Interval?
  /// ours / theirs with its interval.
  public var ratio: Interval?
  /// The p-value of no change, corrected over all gated costs.
  public var pValue: Double?
  /// In a word; nil when the two costs are shown but not judged, as those of two machines.
  public var verdict: Verdict?
  /// In a sentence, which also says why there is no verdict.
  public var sentence: String

  /// A row.
  public init(
    suite: String, task: String, model: String, baselineModel: String, cost: String, unit: String,
    ours: Interval?, theirs: Interval?, ratio: Interval?, pValue: Double?, verdict: Verdict?,
    sentence: String
  ) {
    self.suite = suite
    self.task = task
    self.model = model
    self.baselineModel = baselineModel
    self.cost = cost
    self.unit = unit
    self.ours = ours
    self.theirs = theirs
    self.ratio = ratio
    self.pValue = pValue
    self.verdict = verdict
    self.sentence = sentence
  }

  /// Whether the cost is a step back.
  public var isRegression: Bool { verdict == .worse }
}
