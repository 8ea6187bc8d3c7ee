import COpenBLAS
import Tensors

/// Sums and products of vectors of one size, real or complex, with complex factors.
struct VectorArithmetic {
  let count: Int
  let field: NumberField

  init(_ matrix: LinearOperator) {
    count = matrix.count
    field = matrix.field
  }

  /// A vector of zeros.
  func zeros() -> Buffer<Double> { Buffer(count: count * field.width) }

  /// Σ conj(x) y.
  func dot(_ x: Buffer<Double>, _ y: Buffer<Double>) -> ComplexNumber {
    switch field {
    case .real: return ComplexNumber(cblas_ddot(blasint(count), x.start, 1, y.start, 1))
    case .complex:
      var pair = (0.0, 0.0)
      cblas_zdotc_sub(blasint(count), x.start, 1, y.start, 1, &pair)
      return ComplexNumber(pair.0, pair.1)
    }
  }

  /// ‖x‖₂.
  func norm(_ x: Buffer<Double>) -> Double { dot(x, x).real.squareRoot() }

  /// y += a x.
  func add(_ a: ComplexNumber, _ x: Buffer<Double>, to y: Buffer<Double>) {
    switch field {
    case .real: cblas_daxpy(blasint(count), a.real, x.start, 1, y.start, 1)
    case .complex:
      var factor = (a.real, a.imaginary)
      cblas_zaxpy(blasint(count), &factor, x.start, 1, y.start, 1)
    }
  }

  /// x *= a.
  func scale(_ x: Buffer<Double>, by a: ComplexNumber) {
    switch field {
    case .real: cblas_dscal(blasint(count), a.real, x.start, 1)
    case .complex:
      var factor = (a.real, a.imaginary)
      cblas_zscal(blasint(count), &factor, x.start, 1)
    }
  }

  /// y = x.
  func copy(_ x: Buffer<Double>, to y: Buffer<Double>) {
    y.start.update(from: x.start, count: x.count)
  }

  /// r = b − A x.
  func residual(
    _ matrix: LinearOperator, _ b: Buffer<Double>, _ x: Buffer<Double>, into r: Buffer<Double>
  ) {
    matrix.apply(x, r)
    scale(r, by: ComplexNumber(-1))
    add(ComplexNumber(1), b, to: r)
  }

  /// The outcome of a solve that believes to have converged: its residual is carried along by a
  /// recursion, so x is put into the equation before anybody relies on it.
  func confirmed(
    _ matrix: LinearOperator, _ b: Buffer<Double>, _ x: Buffer<Double>, _ limits: SolveLimits,
    _ spare: Buffer<Double>
  ) -> LinearOutcome {
    residual(matrix, b, x, into: spare)
    let (found, size) = (norm(spare), norm(b))
    if !found.isFinite { return .notFinite }
    return found <= Self.slack * limits.tolerance * (size == 0 ? 1 : size) ? .converged : .breakdown
  }

  /// How far the true residual may lie above the tolerance that the recursion met.
  private static let slack = 10.0
  /// A map that shrinks one vector so much more than another has that vector in its null space: a
  /// thousand roundings, as the vectors themselves carry some hundreds of them.
  static let nullRatio = 1000 * Double.ulpOfOne

  /// Checks that b and x are vectors of the operator.
  func check(_ b: Buffer<Double>, _ x: Buffer<Double>) {
    let expected = count * field.width
    precondition(
      b.count == expected && x.count == expected,
      "b of \(b.count) and x of \(x.count) numbers for a system of \(expected)")
  }
}
