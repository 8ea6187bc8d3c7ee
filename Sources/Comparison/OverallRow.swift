/// One model over all tasks of a suite against the baseline's own result for it.
public struct OverallRow: Codable, Sendable, Equatable {
  /// The suite's id.
  public var suite: String
  /// The model's id.
  public var model: String
  /// The baseline's model; empty when it is another one on each task.
  public var baselineModel: String
  /// The tasks behind it, in the suite's order.
  public var tasks: [String]
  /// Rows of the model that could not enter: missing or never positive.
  public var leftOut: Int
  /// The geometric mean over tasks and their quantities of how many times worse we are, with the
  /// moderated interval over seeds, the tasks held fixed: below 1 is better whatever the direction.
  public var ratio: Interval?
  /// The same with the percentile interval of the bootstrap over pairs within tasks; too short with
  /// few seeds, so nothing is decided by it. nil unless every task has two pairs.
  public var resampled: Interval?
  /// The p-value of no change over seeds, corrected with those of the rows.
  public var pValue: Double?
  /// The p-value of the exact sign-flip test over tasks, uncorrected: what can be said of *other*
  /// tasks of this kind. nil below two tasks.
  public var taskPValue: Double?
  /// In a word.
  public var verdict: Verdict
  /// In a sentence.
  public var sentence: String

  /// A row.
  public init(
    suite: String, model: String, baselineModel: String, tasks: [String], leftOut: Int,
    ratio: Interval?, resampled: Interval? = nil, pValue: Double?, taskPValue: Double?,
    verdict: Verdict, sentence: String
  ) {
    self.suite = suite
    self.model = model
    self.baselineModel = baselineModel
    self.tasks = tasks
    self.leftOut = leftOut
    self.ratio = ratio
    self.resampled = resampled
    self.pValue = pValue
    self.taskPValue = taskPValue
    self.verdict = verdict
    self.sentence = sentence
  }

  /// Whether the model is a step back over all tasks.
  public var isRegression: Bool { verdict == .worse }
}
