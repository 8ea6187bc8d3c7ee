import Experiment

/// What a verdict rests on.
public struct PairedEvidence: Codable, Sendable, Equatable {
  /// The seeds that both sides have, sorted; all of ours when the sides are not paired.
  public var seeds: [Int]
  /// How the two sides are set against each other.
  public var scale: ChangeScale
  /// ours − theirs with its interval; nil when the scale is a ratio.
  public var difference: Interval?
  /// About how many more seeds would decide an undecided row; nil when it is decided or when no
  /// reachable number would.
  public var moreSeeds: Int?
  /// Whether seeds were paired.
  public var pairing: Pairing
  /// The standard deviation that the verdict used, moderated over all rows: of one pair's change, or
  /// of one run about its side's mean, as a log ratio or a difference. nil when it is not known.
  public var spread: Double?
  /// What the spread rests on; nil when it is not known, or when all rows share one spread.
  public var degreesOfFreedom: Double?
  /// The change with its 95 % interval over seeds and test cases at once, both drawn at random, on the
  /// row's scale: what may be expected of other seeds *and* other cases of the same kind. nil when
  /// the values of single samples are not stored on both sides.
  public var hierarchical: Interval?
  /// The change that two runs of the baseline's own method with other seeds exceed with 1 %
  /// probability: relative for a ratio, else a difference. nil when the baseline has learnt none.
  public var tolerance: Double?
  /// Which way of the quantity is better.
  public var direction: Direction

  /// Evidence.
  public init(
    seeds: [Int], scale: ChangeScale, difference: Interval? = nil, moreSeeds: Int? = nil,
    pairing: Pairing = .paired, spread: Double? = nil, degreesOfFreedom: Double? = nil,
    hierarchical: Interval? = nil, tolerance: Double? = nil, direction: Direction = .lower
  ) {
    self.seeds = seeds
    self.scale = scale
    self.difference = difference
    self.moreSeeds = moreSeeds
    self.pairing = pairing
    self.spread = spread
    self.degreesOfFreedom = degreesOfFreedom
    self.hierarchical = hierarchical
    self.tolerance = tolerance
    self.direction = direction
  }
}
