import Foundation
import Tensors

/// The minimal residual method for Hermitian systems that need not be definite.
///
/// Paige & Saunders, "Solution of sparse indefinite systems of linear equations", SIAM J. Numer. Anal.
/// 12 (1975): Lanczos vectors and a QR factorisation of their tridiagonal matrix by rotations.
public struct MINRES: LinearSolver {
  /// When to stop.
  public let limits: SolveLimits

  /// A method.
  public init(_ limits: SolveLimits = SolveLimits()) { self.limits = limits }

  /// Solves A x = b from the x given.
  public func solve(
    _ matrix: LinearOperator, _ b: Buffer<Double>, into x: Buffer<Double>
  ) -> SolveReport {
    let space = VectorArithmetic(matrix)
    space.check(b, x)
    var history = ResidualHistory(limits, size: space.norm(b))
    // v: Lanczos vectors (previous, newest, next); w: directions (two before, one before, newest).
    var v = [space.zeros(), space.zeros(), space.zeros()]
    var w = [space.zeros(), space.zeros(), space.zeros()]
    space.residual(matrix, b, x, into: v[1])
    var beta = space.norm(v[1])
    var eta = beta
    var (old, older) = ((cosine: 1.0, sine: 0.0), (cosine: 1.0, sine: 0.0))
    if let outcome = history.add(beta) { return history.report(outcome) }
    space.scale(v[1], by: ComplexNumber(1 / beta))
    var greatest = 0.0
    while true {
      matrix.apply(v[1], v[2])
      let alpha = space.dot(v[1], v[2]).real
      space.add(ComplexNumber(-alpha), v[1], to: v[2])
      if history.values.count > 1 { space.add(ComplexNumber(-beta), v[0], to: v[2]) }
      let next = space.norm(v[2])
      // The new column of the tridiagonal matrix under the two rotations before, then its own.
      let coupling = history.values.count > 1 ? beta : 0
      let r3 = older.sine * coupling
      let mixed = older.cosine * coupling
      let r2 = old.cosine * mixed + old.sine * alpha
      let rest = old.cosine * alpha - old.sine * mixed
      let r1 = hypot(rest, next)
      greatest = max(greatest, abs(alpha) + next)
      guard r1 > greatest * VectorArithmetic.nullRatio else {
        return history.report(r1.isNaN ? .notFinite : .singular)
      }
      let rotation = (cosine: rest / r1, sine: next / r1)
      space.copy(v[1], to: w[2])
      space.add(ComplexNumber(-r3), w[0], to: w[2])
      space.add(ComplexNumber(-r2), w[1], to: w[2])
      space.scale(w[2], by: ComplexNumber(1 / r1))
      space.add(ComplexNumber(rotation.cosine * eta), w[2], to: x)
      eta *= -rotation.sine
      (older, old, beta) = (old, rotation, next)
      if let outcome = history.add(abs(eta)) {
        return space.report(outcome, history, matrix, b, x, spare: v[0])
      }
      guard next > greatest * VectorArithmetic.nullRatio else { return history.report(.singular) }
      space.scale(v[2], by: ComplexNumber(1 / next))
      v = [v[1], v[2], v[0]]
      w = [w[1], w[2], w[0]]
    }
  }
}
