/// What a test of "no difference" found, two-sided.
public struct TestResult: Sendable, Equatable {
  /// How the p-value was computed.
  public enum Method: String, Sendable {
    /// From the exact null distribution.
    case exact
    /// From a limiting distribution.
    case asymptotic
    /// From random draws of the null distribution.
    case sampled
  }

  /// The statistic.
  public let statistic: Double
  /// The probability, under no difference, of a statistic at least as extreme.
  public let pValue: Double
  /// The pairs that entered.
  public let count: Int
  /// How the p-value was computed.
  public let method: Method

  /// A result.
  public init(statistic: Double, pValue: Double, count: Int, method: Method) {
    self.statistic = statistic
    self.pValue = pValue
    self.count = count
    self.method = method
  }
}
