/// A model's normalised scores over all tasks and seeds, as single numbers with 95 % intervals
/// (Agarwal et al. 2021, "Deep Reinforcement Learning at the Edge of the Statistical Precipice").
public struct ModelAggregate: Codable, Sendable, Equatable {
  /// The model's id.
  public var model: String
  /// The mean of the middle half of the scores of all seeds and tasks.
  public var interquartileMean: Interval
  /// The median over tasks of the mean over seeds.
  public var median: Interval
  /// The mean of all scores.
  public var mean: Interval
  /// The mean of max(0, target − score): smaller is better.
  public var optimalityGap: Interval
  /// How many scores are 0 because a value is missing.
  public var missing: Int

  /// An aggregate.
  public init(
    model: String, interquartileMean: Interval, median: Interval, mean: Interval,
    optimalityGap: Interval, missing: Int
  ) {
    self.model = model
    self.interquartileMean = interquartileMean
    self.median = median
    self.mean = mean
    self.optimalityGap = optimalityGap
    self.missing = missing
  }
}
