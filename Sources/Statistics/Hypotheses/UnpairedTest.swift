/// Two-sided tests that two samples which are not paired have the same centre.
public enum UnpairedTest {
  /// Welch's t test, for variances that may differ: standard error √(s₁²/n + s₂²/m), degrees of
  /// freedom after Welch (1947) and Satterthwaite (1946). nil below two values a side.
  public static func welch(_ ours: [Double], _ theirs: [Double], level: Double = 0.95)
    -> MeanComparison?
  {
    guard ours.count > 1, theirs.count > 1 else { return nil }
    let (a, b) = (Observations(ours), Observations(theirs))
    let (first, second) = (a.variance / Double(a.count), b.variance / Double(b.count))
    let sum = first + second
    let uncertainty =
      first * first / Double(a.count - 1) + second * second / Double(b.count - 1)
    return MeanComparison(
      difference: a.mean - b.mean, standardError: sum.squareRoot(),
      // Without any variance the difference is certain, whatever the degrees of freedom.
      degreesOfFreedom: sum > 0 ? sum * sum / uncertainty : Double(a.count + b.count - 2),
      level: level, count: a.count + b.count)
  }

  /// Student's t test with one variance for both sides, n + m − 2 degrees of freedom (Student 1908).
  /// nil without a spread on either side: below three values in all, or an empty side.
  public static func pooled(_ ours: [Double], _ theirs: [Double], level: Double = 0.95)
    -> MeanComparison?
  {
    guard !ours.isEmpty, !theirs.isEmpty, ours.count + theirs.count > 2 else { return nil }
    let (a, b) = (Observations(ours), Observations(theirs))
    let (n, m) = (Double(a.count), Double(b.count))
    let variance = ((n - 1) * a.variance + (m - 1) * b.variance) / (n + m - 2)
    return MeanComparison(
      difference: a.mean - b.mean, standardError: (variance * (1 / n + 1 / m)).squareRoot(),
      degreesOfFreedom: n + m - 2, level: level, count: a.count + b.count)
  }
}
