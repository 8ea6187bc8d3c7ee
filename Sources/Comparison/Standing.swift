import Experiment

/// How one model did on one task by one quantity, over its seeds.
public struct Standing: Codable, Sendable, Equatable {
  /// The model's id.
  public var model: String
  /// The value over seeds, or nil when no seed has one.
  public var interval: Interval?
  /// The values by seed, sorted by seed; missing ones with their reason.
  public var seeds: [MeasuredValue]
  /// The rank among the models of the task, 1 being best; 0 when it has no value.
  public var rank: Int
  /// Whether the data cannot tell it from the best.
  public var isIndistinguishableFromBest: Bool
  /// The ranks that the data allow at 95 % for the whole task; nil when its seeds say nothing of
  /// the spread.
  public var rankInterval: RankRange?

  /// A standing.
  public init(
    model: String, interval: Interval?, seeds: [MeasuredValue], rank: Int,
    isIndistinguishableFromBest: Bool, rankInterval: RankRange? = nil
  ) {
    self.model = model
    self.interval = interval
    self.seeds = seeds
    self.rank = rank
    self.isIndistinguishableFromBest = isIndistinguishableFromBest
    self.rankInterval = rankInterval
  }
}
