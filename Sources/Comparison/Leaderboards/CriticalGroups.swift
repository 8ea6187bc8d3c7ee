/// Which models the tasks together cannot tell apart by rank (Demšar 2006).
public struct CriticalGroups: Codable, Sendable, Equatable {
  /// The p-value of Friedman's test that all models rank alike.
  public var pValue: Double
  /// Mean ranks farther apart than this differ (Nemenyi); nil when groups come from another test.
  public var difference: Double?
  /// The models that were compared, by mean rank; only those with a value in every summary.
  public var models: [String]
  /// Their mean ranks.
  public var meanRanks: [Double]
  /// The summaries that were the blocks.
  public var blocks: Int
  /// Maximal runs of models, by mean rank, of which no two can be told apart; runs of one are left
  /// out.
  public var groups: [[String]]
  /// The test in words.
  public var sentence: String

  /// Groups.
  public init(
    pValue: Double, difference: Double?, models: [String], meanRanks: [Double], blocks: Int,
    groups: [[String]], sentence: String
  ) {
    self.pValue = pValue
    self.difference = difference
    self.models = models
    self.meanRanks = meanRanks
    self.blocks = blocks
    self.groups = groups
    self.sentence = sentence
  }
}
