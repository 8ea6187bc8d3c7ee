import Randomness

/// Resampling with replacement (Efron 1979), deterministic: the same stream gives the same draws.
public struct Bootstrap: Sendable {
  /// The number of resamples.
  public let resamples: Int
  /// Where the draws come from.
  public let random: RandomStream

  /// A bootstrap.
  public init(resamples: Int = 10_000, random: RandomStream) {
    precondition(resamples > 0, "a bootstrap needs at least one resample")
    self.resamples = resamples
    self.random = random
  }

  /// The bootstrap distribution of the mean of `values`.
  public func mean(of values: [Double]) -> BootstrapDistribution {
    let observations = Observations(values)
    var random = random
    let replicates = (0..<resamples).map { _ in
      var sum = 0.0
      for _ in 0..<values.count { sum += values[random.index(below: values.count)] }
      return sum / Double(values.count)
    }
    return BootstrapDistribution(
      estimate: observations.mean, replicates: replicates,
      leftOneOut: BootstrapDistribution.leftOneOutMeans(values))
  }
}
