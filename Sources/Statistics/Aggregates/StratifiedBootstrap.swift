import Randomness

/// The bootstrap over runs within tasks (Agarwal et al. 2021, section 4.1): the runs of each task are
/// drawn with replacement, the tasks stay. Its intervals are about other seeds on the same tasks.
///
/// Every method is resampled from the same stream, so a method's interval does not depend on which
/// others are beside it.
public struct StratifiedBootstrap: Sendable {
  /// The number of resamples.
  public let resamples: Int
  /// Where the draws come from.
  public let random: RandomStream

  /// A bootstrap.
  public init(resamples: Int = 50_000, random: RandomStream) {
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    self.resamples = resamples
    self.random = random
  }

  /// The distributions of all aggregates of each method; `target` is γ of the optimality gap.
  ///
  /// 5 methods × 10 runs × 26 tasks with 50 000 resamples take 0.4 s on one core
  /// (rliable: 2.9 s for 2 000 resamples).
  public func aggregates(of methods: [TaskScores], target: Double = 1) -> [AggregateDistributions] {
    methods.map { aggregates(of: $0, target: target) }
  }

  /// The distributions of all aggregates of one method.
  public func aggregates(of scores: TaskScores, target: Double = 1) -> AggregateDistributions {
    let table = ScoreTable(scores, target: target)
    table.takeAll()
    let estimate = table.values
    let influences = AggregateJackknife(scores, target: target).influences
    var random = random
    var replicates = [[Double]](
      repeating: [Double](repeating: 0, count: resamples), count: Aggregate.allCases.count)
    for resample in 0..<resamples {
      table.resample(&random)
      let values = table.values
      replicates[0][resample] = values.mean
      replicates[1][resample] = values.median
      replicates[2][resample] = values.interquartileMean
      replicates[3][resample] = values.optimalityGap
    }
    return AggregateDistributions(
      Aggregate.allCases.enumerated().map { place, aggregate in
        BootstrapDistribution(
          estimate: estimate[aggregate], replicates: replicates[place],
          influences: influences[aggregate, default: []], count: scores.count)
      })
  }
}
