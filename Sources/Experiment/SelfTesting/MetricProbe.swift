import Foundation

/// A prediction whose score is known in closed form, whatever code computes it.
///
/// The truth is a velocity on a grid of 16 x 16 cells, u = 2 + cos(2π · 3 y / 16) and
/// v = 2 + cos(2π · 3 x / 16) with x and y counted in cells: its mean is 2, its mean square 4.5, its
/// variance 0.5 at wavenumber 3, and it has no divergence. The persistence forecast is twice the truth,
/// so that its squared error is the truth's square.
public enum MetricProbe: String, Sendable, CaseIterable {
  /// The truth itself.
  case perfect
  /// 0 everywhere.
  case zero
  /// The mean of the truth everywhere.
  case mean

  /// The mean of the truth over all values; also the mean of its size, as no value is negative.
  public static let truthMean = 2.0
  /// The mean of the squares of the truth.
  public static let truthMeanSquare = 4.5
  /// The mean of the squared differences of the truth from its mean.
  public static let truthVariance = 0.5
  /// The wavenumber of all that is not the mean, in periods over the grid.
  public static let wavenumber = 3.0

  private static let side = 16

  /// The probe as a metric is given it.
  public var field: ScoredField {
    let truth = Self.truth
    let predicted: [Float] =
      switch self {
      case .perfect: truth
      case .zero: truth.map { _ in 0 }
      case .mean: truth.map { _ in Float(Self.truthMean) }
      }
    return ScoredField(
      predicted: predicted, expected: truth, persistence: truth.map { 2 * $0 },
      grid: FieldGrid(
        channels: 2, height: Self.side, width: Self.side, cellWidth: 1, cellHeight: 1))
  }

  private static var truth: [Float] {
    let wave = (0..<side).map { place in
      Float(truthMean + cos(2 * Double.pi * wavenumber * Double(place) / Double(side)))
    }
    let u = (0..<side * side).map { wave[$0 / side] }
    let v = (0..<side * side).map { wave[$0 % side] }
    return u + v
  }
}
