/// One number for the scores of a method on many tasks (Agarwal et al., *Deep reinforcement
/// learning at the edge of the statistical precipice*, NeurIPS 2021; as in rliable 1.2).
public enum Aggregate: String, Sendable, CaseIterable {
  /// The mean over tasks of the mean over runs.
  case mean
  /// The median over tasks of the mean over runs.
  case median
  /// The mean of the middle half of all runs × tasks: floor(N / 4) scores are cut from either end.
  case interquartileMean = "interquartile-mean"
  /// γ less the mean over tasks of the mean over runs of min(score, γ): the distance from the
  /// target γ, to which scores beyond it do not contribute. Smaller is better.
  case optimalityGap = "optimality-gap"

  /// Whether a larger value is better, for scores of which larger is better.
  public var largerIsBetter: Bool { self != .optimalityGap }
}
