/// t tests of many rows whose variances are drawn together (Smyth 2004): the moderated t of a row is
/// its mean over √(s̃² · Σ1/n), with d₀ + d degrees of freedom.
///
/// The degrees of freedom are capped at the sum over the rows, as limma does: the prior cannot know
/// more than its rows. A row of a single value, or of one value a side, has d = 0 and leans on the
/// prior alone.
public enum ModeratedTest {
  /// Whether the mean of each row's paired differences is zero; the rows keep their order. nil for a
  /// row without values, or whose variance nobody knows.
  public static func paired(_ rows: [[Double]], level: Double = 0.95) -> [MeanComparison?] {
    test(rows.map { RowMoments(differences: $0) }, level: level)
  }

  /// Whether the two sides of an unpaired row have one variance.
  public enum Sides: Sendable {
    /// One variance for both sides of a row, with n + m − 2 degrees of freedom.
    case pooled
    /// A variance for each side, moderated by itself; degrees of freedom after Welch and
    /// Satterthwaite with d₀ added to those of each side.
    case welch
  }

  /// Whether the means of the two sides of each row, which are not paired, are the same. nil as for
  /// paired rows.
  public static func unpaired(
    _ rows: [(ours: [Double], theirs: [Double])], sides: Sides = .pooled, level: Double = 0.95
  ) -> [MeanComparison?] {
    switch sides {
    case .pooled:
      test(rows.map { RowMoments(ours: $0.ours, theirs: $0.theirs) }, level: level)
    case .welch:
      welch(
        rows.map { (RowMoments(differences: $0.ours), RowMoments(differences: $0.theirs)) },
        level: level)
    }
  }

  private static func test(_ rows: [RowMoments?], level: Double) -> [MeanComparison?] {
    let (prior, total) = prior(of: rows.compactMap { $0 })
    return rows.map { row in
      guard let row, prior.degreesOfFreedom + row.degreesOfFreedom > 0 else { return nil }
      return MeanComparison(
        difference: row.mean, standardError: row.squaredError(prior).squareRoot(),
        degreesOfFreedom: min(prior.degreesOfFreedom + row.degreesOfFreedom, total), level: level,
        count: row.count)
    }
  }

  private static func welch(_ rows: [(RowMoments?, RowMoments?)], level: Double)
    -> [MeanComparison?]
  {
    let (prior, total) = prior(of: rows.flatMap { [$0.0, $0.1].compactMap { $0 } })
    return rows.map { row in
      guard let a = row.0, let b = row.1 else { return nil }
      let degrees = [a, b].map { prior.degreesOfFreedom + $0.degreesOfFreedom }
      guard degrees.allSatisfy({ $0 > 0 }) else { return nil }
      let squares = [a, b].map { $0.squaredError(prior) }
      let sum = squares[0] + squares[1]
      let uncertainty = squares[0] * squares[0] / degrees[0] + squares[1] * squares[1] / degrees[1]
      return MeanComparison(
        difference: a.mean - b.mean, standardError: sum.squareRoot(),
        degreesOfFreedom: uncertainty > 0 ? min(sum * sum / uncertainty, total) : total,
        level: level, count: a.count + b.count)
    }
  }

  private static func prior(of rows: [RowMoments]) -> (VariancePrior, total: Double) {
    let prior = VariancePrior(
      variances: rows.map(\.variance), degreesOfFreedom: rows.map(\.degreesOfFreedom))
    return (prior, rows.reduce(0) { $0 + $1.degreesOfFreedom })
  }
}

/// A row as its mean, its variance and what they are worth.
private struct RowMoments {
  let mean: Double
  let variance: Double
  let degreesOfFreedom: Double
  /// Σ1/n over the sides: the variance of the mean in units of the variance.
  let inverseCount: Double
  let count: Int

  init?(differences: [Double]) {
    guard !differences.isEmpty else { return nil }
    let observations = Observations(differences)
    (mean, variance) = (observations.mean, observations.variance)
    degreesOfFreedom = Double(differences.count - 1)
    inverseCount = 1 / Double(differences.count)
    count = differences.count
  }

  init?(ours: [Double], theirs: [Double]) {
    guard !ours.isEmpty, !theirs.isEmpty else { return nil }
    let (a, b) = (Observations(ours), Observations(theirs))
    let (n, m) = (Double(a.count), Double(b.count))
    degreesOfFreedom = n + m - 2
    mean = a.mean - b.mean
    variance =
      degreesOfFreedom > 0
      ? ((n - 1) * a.variance + (m - 1) * b.variance) / degreesOfFreedom : 0
    inverseCount = 1 / n + 1 / m
    count = a.count + b.count
  }

  /// The moderated variance of the mean.
  func squaredError(_ prior: VariancePrior) -> Double {
    prior.moderated(variance, degreesOfFreedom: degreesOfFreedom) * inverseCount
  }
}
