import CKernels
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
    case .real: return ComplexNumber(Double.optimisers.dot(count, x.start, y.start))
    case .complex:
      var pair = (0.0, 0.0)
      withUnsafeMutableBytes(of: &pair) {
        assay_pairs_dot_f64(
          count, -1, x.start, y.start, $0.assumingMemoryBound(to: Double.self).baseAddress)
      }
      return ComplexNumber(pair.0, pair.1)
    }
  }

  /// ‖x‖₂.
  func norm(_ x: Buffer<Double>) -> Double { dot(x, x).real.squareRoot() }

  /// y += a x.
  func add(_ a: ComplexNumber, _ x: Buffer<Double>, to y: Buffer<Double>) {
    switch field {
    case .real: Double.elements.axpy(count, a.real, x.start, y.start)
    case .complex: assay_pairs_axpy_f64(count, a.real, a.imaginary, x.start, y.start)
    }
  }

  /// x *= a.
  func scale(_ x: Buffer<Double>, by a: ComplexNumber) {
    switch field {
    case .real: Double.elements.scale(count, a.real, x.start, x.start)
    case .complex: assay_pairs_scale_f64(count, a.real, a.imaginary, x.start)
    }
  }

  /// y = x.
  func copy(_ x: Buffer<Double>, to y: Buffer<Double>) {
    y.start.update(from: x.start, count: x.count)
  }

  /// z = M⁻¹ r, or r when there is no M.
  func improve(
    _ r: Buffer<Double>, to z: Buffer<Double>, by preconditioner: LinearOperator.Product?
  ) {
    if let preconditioner { preconditioner(r, z) } else { copy(r, to: z) }
  }

  /// r = b − A x.
  func residual(
    _ matrix: LinearOperator, _ b: Buffer<Double>, _ x: Buffer<Double>, into r: Buffer<Double>
  ) {
    matrix.apply(x, r)
    scale(r, by: ComplexNumber(-1))
    add(ComplexNumber(1), b, to: r)
  }

  /// The report of a solve that ended with `outcome`. One that believes to have converged carries its
  /// residual along by a recursion, so x is put into the equation before anybody relies on it.
  func report(
    _ outcome: LinearOutcome, _ history: ResidualHistory, _ matrix: LinearOperator,
    _ b: Buffer<Double>, _ x: Buffer<Double>, spare: Buffer<Double>
  ) -> SolveReport {
    guard outcome == .converged else { return history.report(outcome) }
    residual(matrix, b, x, into: spare)
    let (found, size) = (norm(spare), norm(b))
    guard found.isFinite else { return history.report(.notFinite) }
    let isTrue = found <= Self.slack * history.limits.tolerance * (size == 0 ? 1 : size)
    return history.report(isTrue ? .converged : .breakdown)
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
