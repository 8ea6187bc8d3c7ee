/// The shares of training and validation; the rest is the test.
public struct SplitFractions: Sendable, Equatable {
  /// The share of cases to fit.
  public let training: Double
  /// The share of cases to choose a checkpoint by.
  public let validation: Double

  /// Shares, both above 0 and below 1 together.
  public init(training: Double, validation: Double) {
    self.training = training
    self.validation = validation
  }

  /// Python's `round(count * fraction)`, half to even, as the cavity loader has it (defect D11: other
  /// loaders of the same harness truncate).
  func publishedSizes(of count: Int) -> (training: Int, validation: Int) {
    (
      Int((Double(count) * training).rounded(.toNearestOrEven)),
      Int((Double(count) * validation).rounded(.toNearestOrEven))
    )
  }

  /// As `publishedSizes`, moved so that all three parts have at least one of `count` (3 or more).
  func sizesWithoutEmptyParts(of count: Int) -> (training: Int, validation: Int) {
    let sizes = publishedSizes(of: count)
    let training = min(max(sizes.training, 1), count - 2)
    return (training, min(max(sizes.validation, 1), count - training - 1))
  }
}
