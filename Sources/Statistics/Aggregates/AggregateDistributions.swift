/// The bootstrap distribution of each aggregate of one method.
public struct AggregateDistributions: Sendable, Equatable {
  private let distributions: [BootstrapDistribution]

  init(_ distributions: [BootstrapDistribution]) { self.distributions = distributions }

  /// The distribution of `aggregate`.
  public subscript(aggregate: Aggregate) -> BootstrapDistribution {
    distributions[Aggregate.allCases.firstIndex(of: aggregate) ?? 0]
  }
}
