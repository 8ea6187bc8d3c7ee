import Foundation
import Tensors

/// The normal density with the mean and covariance of points in the plane.
struct NormalFit {
  private let mean: [Double]
  private let precision: [Double]
  private let logNormaliser: Double

  /// Of `points`, [point, 2 or more], their first two columns; two or more that do not lie on a line.
  init(_ points: Tensor) {
    let width = points.rowCount
    let rows = (0..<points.shape[0]).map { row in
      (Double(points.values[row * width]), Double(points.values[row * width + 1]))
    }
    let count = Double(rows.count)
    let (x, y) = rows.reduce((0, 0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for row in rows {
      xx += (row.0 - x) * (row.0 - x) / count
      xy += (row.0 - x) * (row.1 - y) / count
      yy += (row.1 - y) * (row.1 - y) / count
    }
    let determinant = max(xx * yy - xy * xy, .leastNormalMagnitude)
    mean = [x, y]
    precision = [yy / determinant, -xy / determinant, xx / determinant]
    logNormaliser = log(2 * .pi) + log(determinant) / 2
  }

  /// The logarithm of the density at (x, y).
  func logDensity(_ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (x - mean[0], y - mean[1])
    let form = precision[0] * dx * dx + 2 * precision[1] * dx * dy + precision[2] * dy * dy
    return -form / 2 - logNormaliser
  }
}
