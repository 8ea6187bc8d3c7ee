import Foundation

/// A straight line by least squares, with Student intervals.
public struct LineFit: Sendable, Equatable {
  /// The slope.
  public let slope: Double
  /// The value at x = 0.
  public let intercept: Double
  /// The standard error of the slope; nil for two points, which a line always meets.
  public let slopeError: Double?
  /// The number of points.
  public let count: Int

  /// The line through points; nil below two points, and when all have the same x.
  public init?(x: [Double], y: [Double]) {
    precondition(x.count == y.count, "\(x.count) places cannot have \(y.count) values")
    guard x.count > 1 else { return nil }
    let (xMean, yMean) = (Observations(x).mean, Observations(y).mean)
    let squares = x.reduce(0) { $0 + ($1 - xMean) * ($1 - xMean) }
    guard squares > 0 else { return nil }
    let slope = zip(x, y).reduce(0) { $0 + ($1.0 - xMean) * ($1.1 - yMean) } / squares
    let residuals = zip(x, y).reduce(0) {
      let residual = $1.1 - yMean - slope * ($1.0 - xMean)
      return $0 + residual * residual
    }
    self.slope = slope
    intercept = yMean - slope * xMean
    slopeError =
      x.count > 2 ? (residuals / Double(x.count - 2) / squares).squareRoot() : nil
    count = x.count
  }

  /// The interval of the slope with n − 2 degrees of freedom; nil for two points.
  public func slopeInterval(level: Double = 0.95) -> ConfidenceInterval? {
    guard let slopeError else { return nil }
    let student = StudentDistribution(degreesOfFreedom: Double(count - 2))
    let half = student.quantile((1 + level) / 2) * slopeError
    return ConfidenceInterval(
      estimate: slope, lower: slope - half, upper: slope + half, level: level, count: count)
  }
}
