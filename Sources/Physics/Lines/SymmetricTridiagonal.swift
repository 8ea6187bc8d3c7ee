/// A symmetric tridiagonal matrix.
public struct SymmetricTridiagonal: Sendable, Equatable {
  /// The diagonal.
  public let diagonal: [Double]
  /// The entries next to the diagonal, one fewer.
  public let offDiagonal: [Double]

  /// A matrix from its diagonal and the entries next to it.
  public init(diagonal: [Double], offDiagonal: [Double]) {
    precondition(
      offDiagonal.count == max(diagonal.count - 1, 0),
      "a diagonal of \(diagonal.count) has no off-diagonal of \(offDiagonal.count)")
    self.diagonal = diagonal
    self.offDiagonal = offDiagonal
  }

  /// The number of rows.
  public var count: Int { diagonal.count }

  /// The halves that act on vectors equal to (`even`) and opposite to (`odd`) their mirror image,
  /// for a matrix that is its own mirror image. With n odd the middle entry is scaled by sqrt(2).
  var halves: (even: SymmetricTridiagonal, odd: SymmetricTridiagonal) {
    let half = count / 2
    var evenDiagonal = Array(diagonal[0..<count - half])
    var oddDiagonal = Array(diagonal[0..<half])
    var evenOff = Array(offDiagonal[0..<count - half - 1])
    if count % 2 == 0 {
      evenDiagonal[half - 1] += offDiagonal[half - 1]
      oddDiagonal[half - 1] -= offDiagonal[half - 1]
    } else if half > 0 {
      evenOff[half - 1] *= 2.0.squareRoot()
    }
    return (
      SymmetricTridiagonal(diagonal: evenDiagonal, offDiagonal: evenOff),
      SymmetricTridiagonal(
        diagonal: oddDiagonal, offDiagonal: Array(offDiagonal[0..<max(half - 1, 0)]))
    )
  }

  /// Eigenvalues and orthonormal eigenvectors by the implicit QL method.
  ///
  /// Source: Wilkinson &
  /// Reinsch 1971, Handbook for Automatic Computation II/4 (tql2); here the vectors lie in rows, so
  /// that each plane rotation runs along memory.
  public func eigensystem() -> Eigensystem {
    let n = count
    var d = diagonal
    var e = offDiagonal + [0]
    var vectors = [Double](repeating: 0, count: n * n)
    for k in 0..<n { vectors[k * n + k] = 1 }
    vectors.withUnsafeMutableBufferPointer { rows in
      for first in 0..<n {
        while let last = blockEnd(from: first, d, e) {
          sweep(first, last, &d, &e, rows)
        }
      }
    }
    return Eigensystem(values: d, vectors: vectors)
  }

  /// The end of the coupled block that starts at `first`, or nil when that row has split off.
  private func blockEnd(from first: Int, _ d: [Double], _ e: [Double]) -> Int? {
    var last = first
    while last < count - 1 {
      let scale = abs(d[last]) + abs(d[last + 1])
      if abs(e[last]) <= .ulpOfOne * scale { break }
      last += 1
    }
    return last == first ? nil : last
  }

  /// One implicit QL sweep with Wilkinson's shift over rows `first`...`last`.
  private func sweep(
    _ first: Int, _ last: Int, _ d: inout [Double], _ e: inout [Double],
    _ rows: UnsafeMutableBufferPointer<Double>
  ) {
    var g = (d[first + 1] - d[first]) / (2 * e[first])
    let r = (g * g + 1).squareRoot()
    g = d[last] - d[first] + e[first] / (g + (g < 0 ? -r : r))
    var s = 1.0
    var c = 1.0
    var p = 0.0
    for i in stride(from: last - 1, through: first, by: -1) {
      let f = s * e[i]
      let b = c * e[i]
      let length = (f * f + g * g).squareRoot()
      e[i + 1] = length
      if length == 0 {
        d[i + 1] -= p
        e[last] = 0
        return
      }
      s = f / length
      c = g / length
      g = d[i + 1] - p
      let t = (d[i] - g) * s + 2 * c * b
      p = s * t
      d[i + 1] = g + p
      g = c * t - b
      rotate(rows, i, cosine: c, sine: s)
    }
    d[first] -= p
    e[first] = g
    e[last] = 0
  }

  private func rotate(
    _ rows: UnsafeMutableBufferPointer<Double>, _ i: Int, cosine: Double, sine: Double
  ) {
    let n = count
    guard let base = rows.baseAddress else { return }
    let lower = base + i * n
    let upper = lower + n
    for k in 0..<n {
      let f = upper[k]
      upper[k] = sine * lower[k] + cosine * f
      lower[k] = cosine * lower[k] - sine * f
    }
  }
}
