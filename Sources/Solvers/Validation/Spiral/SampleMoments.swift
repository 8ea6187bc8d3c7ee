/// Moments of a sample, with the standard errors of its mean and variance beside those of another
/// sample of the same law.
struct SampleMoments {
  let count: Int
  let mean: Double
  /// Of the sample, divided by n - 1.
  let variance: Double
  /// The fourth central moment.
  let fourth: Double

  /// Of every `width`th number from `first` on.
  init(_ values: [Double], every width: Int, from first: Int) {
    let sample = stride(from: first, to: values.count, by: width).map { values[$0] }
    count = sample.count
    let mean = sample.reduce(0, +) / Double(sample.count)
    self.mean = mean
    let squares = sample.map { ($0 - mean) * ($0 - mean) }
    variance = squares.reduce(0, +) / Double(sample.count - 1)
    fourth = squares.reduce(0) { $0 + $1 * $1 } / Double(sample.count)
  }

  /// Of the difference of two means, the other of `count` numbers.
  func meanError(count other: Int) -> Double {
    (variance * shares(other)).squareRoot()
  }

  /// Of the difference of two variances: each has the variance (m₄ - s⁴) / n.
  func varianceError(count other: Int) -> Double {
    ((fourth - variance * variance) * shares(other)).squareRoot()
  }

  private func shares(_ other: Int) -> Double { 1 / Double(count) + 1 / Double(other) }
}
