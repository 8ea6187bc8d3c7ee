import Randomness

/// The aggregates of 5 methods × 10 runs × 26 tasks, the size of the study of Agarwal et al. (2021),
/// to be timed.
public struct AggregateWorkload: Sendable {
  /// The scores of each method: normal, with another mean for each method.
  public let methods: [TaskScores]

  /// The workload.
  public init() {
    var random = RandomStream(seed: 1).stream("scores")
    methods = (0..<5).compactMap { method in
      TaskScores(
        tasks: (0..<26).map { _ in
          (0..<10).map { _ in 0.5 + 0.05 * Double(method) + 0.3 * random.normal() }
        })
    }
  }

  /// The mean, median, interquartile mean and optimality gap of each method with their bootstrap
  /// distributions.
  public func aggregates(resamples: Int = 50_000) -> [AggregateDistributions] {
    StratifiedBootstrap(resamples: resamples, random: RandomStream(seed: 2).stream("bootstrap"))
      .aggregates(of: methods)
  }
}
