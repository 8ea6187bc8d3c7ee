/// Two methods at the same quality, each at whichever of its settings reaches it cheapest.
///
/// The quality is the best that both reach, less a margin: what lies within the margin counts as the same,
/// so that noise at the flat end of a front does not decide. Runs are paired by seed; quality and logarithm
/// of the cost of each setting are averaged over seeds before a front is read, and the interval is the
/// jackknife's over seeds, which keeps the pairing and takes the quality anew each time.
public struct FrontComparison: Sendable, Equatable {
  /// What a comparison found.
  public struct Finding: Sendable, Equatable {
    /// The quality at which both are compared.
    public let quality: Double
    /// ln(cost of the first / cost of the second).
    public let logCostRatio: Double
    /// The interval of that; nil with one seed.
    public let interval: ConfidenceInterval?
    /// Whether the first's cheapest setting reaches the quality, so that its cost may be less.
    public let isFirstCheapest: Bool
    /// Whether the second's cheapest setting does.
    public let isSecondCheapest: Bool
  }

  /// The settings of the first method, each with a point a seed.
  public let first: [[SettingCurve.Point]]
  /// Those of the second, over the same seeds.
  public let second: [[SettingCurve.Point]]
  /// What qualities may differ by and count as the same.
  public let margin: Double

  /// A comparison over the seeds that both have.
  public init(
    _ first: [[SettingCurve.Point]], against second: [[SettingCurve.Point]], margin: Double
  ) {
    let seeds = first.first?.count ?? 0
    precondition(seeds > 0 && !second.isEmpty, "no comparison without a setting and a seed")
    precondition(
      (first + second).allSatisfy { $0.count == seeds }, "a setting has not \(seeds) seeds")
    precondition(margin >= 0, "a margin is not negative")
    (self.first, self.second, self.margin) = (first, second, margin)
  }

  /// Where the two stand.
  public func finding(level: Double = 0.95) -> Finding {
    let whole = reading(without: nil)
    let seeds = first[0].indices
    let interval =
      seeds.count < 2
      ? nil
      : Jackknife.interval(
        estimate: whole.logCostRatio,
        leftOneOut: seeds.map { reading(without: $0).logCostRatio }, level: level)
    return Finding(
      quality: whole.quality, logCostRatio: whole.logCostRatio, interval: interval,
      isFirstCheapest: whole.first.isCheapest, isSecondCheapest: whole.second.isCheapest)
  }

  private struct Reading {
    let quality: Double
    let first: CostFront.Place
    let second: CostFront.Place

    var logCostRatio: Double { first.logCost - second.logCost }
  }

  private func reading(without left: Int?) -> Reading {
    let fronts = [first, second].map { settings in
      CostFront(settings.map { SettingCurve.Point(meanOf: $0, without: left) })
    }
    let quality = min(fronts[0].best, fronts[1].best) - margin
    let places = fronts.map { $0.place(reaching: quality) }
    guard let ours = places[0], let theirs = places[1] else {
      preconditionFailure("a front reaches less than its best")
    }
    return Reading(quality: quality, first: ours, second: theirs)
  }
}
