/// The shares of training and validation; the rest is the test.
public struct SplitFractions: Codable, Sendable, Equatable {
  /// The share of cases (of distinct flows when corrected) to fit.
  public var training: Double
  /// The share of cases to choose a checkpoint by; the rest is the test.
  public var validation: Double

  /// Shares, both above 0 and below 1 together; by default the published ones.
  public init(training: Double = 0.8, validation: Double = 0.1) {
    self.training = training
    self.validation = validation
  }

  /// How a share of cases becomes a number of cases.
  public enum Rounding: Sendable {
    /// Python's `round`.
    case halfToEven
    /// Python's `int`.
    case truncated
  }

  /// The numbers of cases in a list of `count`.
  func sizes(of count: Int, _ rounding: Rounding) -> (training: Int, validation: Int) {
    let rule: FloatingPointRoundingRule = rounding == .truncated ? .towardZero : .toNearestOrEven
    return (
      Int((Double(count) * training).rounded(rule)), Int((Double(count) * validation).rounded(rule))
    )
  }

  /// Half to even, moved so that all three parts have at least one of `count` (3 or more).
  func sizesWithoutEmptyParts(of count: Int) -> (training: Int, validation: Int) {
    let sizes = sizes(of: count, .halfToEven)
    let training = min(max(sizes.training, 1), count - 2)
    return (training, min(max(sizes.validation, 1), count - training - 1))
  }
}
