import Statistics

/// The quartiles of some values and the whiskers of Tukey's box plot: the outermost values within one
/// and a half boxes of the box (Tukey 1977, "Exploratory Data Analysis").
struct Box: Equatable {
  let low: Double
  let lower: Double
  let median: Double
  let upper: Double
  let high: Double

  /// Nil without values.
  init?(_ values: [Double]) {
    let sorted = values.filter(\.isFinite).sorted()
    guard let first = sorted.first, let last = sorted.last else { return nil }
    let observations = Observations(sorted)
    lower = observations.quantile(0.25)
    median = observations.quantile(0.5)
    upper = observations.quantile(0.75)
    let reach = 1.5 * (upper - lower)
    let (bottom, top) = (lower - reach, upper + reach)
    low = sorted.first { $0 >= bottom } ?? first
    high = sorted.last { $0 <= top } ?? last
  }

  /// Whether a value lies beyond the whiskers.
  func isOutside(_ value: Double) -> Bool { value < low || value > high }
}
