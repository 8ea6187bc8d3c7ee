/// The bootstrap distributions of mean ranks and of places, method by method.
public struct RankDistributions: Sendable, Equatable {
  /// The mean rank over tasks.
  public let meanRanks: [BootstrapDistribution]
  /// The place in the order of mean ranks, from 1; equal mean ranks share the best place.
  public let places: [BootstrapDistribution]

  /// The interval of the place of each method, its ends whole numbers and rounded outwards.
  public func placeIntervals(level: Double = 0.95) -> [ConfidenceInterval] {
    places.map { place in
      let interval = place.percentileInterval(level: level)
      return ConfidenceInterval(
        estimate: interval.estimate, lower: interval.lower.rounded(.down),
        upper: interval.upper.rounded(.up), level: level, count: interval.count)
    }
  }

  /// The share of resamples in which each method has the first place, alone or shared.
  public var sharesOfFirst: [Double] {
    places.map { place in
      Double(place.replicates.count { $0 == 1 }) / Double(place.replicates.count)
    }
  }
}
