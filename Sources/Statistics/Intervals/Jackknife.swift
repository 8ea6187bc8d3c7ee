/// Tukey's jackknife: pseudo-values n · θ − (n − 1) · θᵢ, with θᵢ the statistic without observation i, are
/// treated as n independent values of the statistic (Tukey 1958; Miller 1974, "The jackknife – a review").
public enum Jackknife {
  /// The interval estimate ± t(1 − α/2, n − 1) · s / √n, with s the standard deviation of the
  /// pseudo-values; of a mean it is Student's. The centre is the statistic on all observations, not the
  /// bias-corrected mean of the pseudo-values. nil below two observations.
  public static func interval(
    estimate: Double, leftOneOut: [Double], level: Double = 0.95
  ) -> ConfidenceInterval? {
    let count = Double(leftOneOut.count)
    let pseudoValues = leftOneOut.map { count * estimate - (count - 1) * $0 }
    guard let student = ConfidenceInterval.studentMean(of: pseudoValues, level: level) else {
      return nil
    }
    let half = (student.upper - student.lower) / 2
    return ConfidenceInterval(
      estimate: estimate, lower: estimate - half, upper: estimate + half, level: level,
      count: leftOneOut.count)
  }
}
