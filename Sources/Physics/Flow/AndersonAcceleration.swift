import Solvers

/// Anderson's acceleration of a fixed-point iteration x <- g(x) (Anderson 1965, J. ACM 12, 547-560, in
/// the difference form of Walker & Ni 2011, SIAM J. Numer. Anal. 49, 1715-1735, with full steps).
///
/// With r = g(x) - x and the last m differences of r and g as columns of R and G, the next x is
/// g - G c, where c minimises |r - R c|. An affine combination: whatever linear condition all g
/// fulfil (no divergence, wall values), x fulfils too.
struct AndersonAcceleration {
  /// The most differences that are kept.
  let depth: Int
  private var residuals: [[Double]] = []
  private var images: [[Double]] = []

  init(depth: Int) {
    self.depth = depth
  }

  /// The next place after `place`, whose image is `image`.
  mutating func next(after place: [Double], image: [Double]) -> [Double] {
    residuals.append(zip(image, place).map { $0 - $1 })
    images.append(image)
    if residuals.count > depth + 1 {
      residuals.removeFirst()
      images.removeFirst()
    }
    guard let coefficients = coefficients() else { return image }
    var next = image
    for (column, coefficient) in coefficients.enumerated() {
      let (before, after) = (images[column], images[column + 1])
      for index in next.indices { next[index] -= coefficient * (after[index] - before[index]) }
    }
    return next
  }

  /// The weights of the differences, or nil when there is none or they depend on each other.
  private func coefficients() -> [Double]? {
    let columns = residuals.count - 1
    guard columns > 0, let last = residuals.last else { return nil }
    var entries = [Double](repeating: 0, count: last.count * columns)
    for column in 0..<columns {
      let (before, after) = (residuals[column], residuals[column + 1])
      for row in last.indices { entries[row * columns + column] = after[row] - before[row] }
    }
    let matrix = DenseMatrix(rows: last.count, columns: columns, values: entries)
    return (try? QRFactorisation(matrix))?.solve(last)
  }
}
