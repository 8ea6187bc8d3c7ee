/// What a verdict rests on.
public struct PairedEvidence: Codable, Sendable, Equatable {
  /// The seeds that both sides have, sorted.
  public var seeds: [Int]
  /// How the two sides are set against each other.
  public var scale: ChangeScale
  /// ours − theirs with its interval; nil when the scale is a ratio.
  public var difference: Interval?
  /// About how many more seeds would decide an undecided row; nil when it is decided or when no
  /// reachable number would.
  public var moreSeeds: Int?

  /// Evidence.
  public init(
    seeds: [Int], scale: ChangeScale, difference: Interval? = nil, moreSeeds: Int? = nil
  ) {
    self.seeds = seeds
    self.scale = scale
    self.difference = difference
    self.moreSeeds = moreSeeds
  }
}
