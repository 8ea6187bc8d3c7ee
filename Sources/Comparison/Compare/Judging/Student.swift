import Statistics

/// Student's distribution, with the normal one as its limit for very many degrees of freedom.
enum Student {
  /// Beyond this the two agree to seven digits.
  private static let manyDegrees = 1e7

  static func quantile(_ probability: Double, degrees: Double) -> Double {
    StudentDistribution(degreesOfFreedom: min(degrees, manyDegrees)).quantile(probability)
  }

  static func twoSidedTail(_ statistic: Double, degrees: Double) -> Double {
    StudentDistribution(degreesOfFreedom: min(degrees, manyDegrees)).twoSidedTail(statistic)
  }
}
