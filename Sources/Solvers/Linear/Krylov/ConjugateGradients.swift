import Tensors

/// The conjugate gradient method for Hermitian positive definite systems, perhaps preconditioned.
///
/// Hestenes & Stiefel 1952; the form of Saad, "Iterative Methods for Sparse Linear Systems" (2003),
/// algorithm 9.1.
public struct ConjugateGradients: LinearSolver {
  /// When to stop.
  public let limits: SolveLimits
  /// z = M⁻¹ r with M near A, Hermitian and positive definite; nil for none.
  public let preconditioner: LinearOperator.Product?

  /// A method.
  public init(_ limits: SolveLimits = SolveLimits(), preconditioner: LinearOperator.Product? = nil)
  {
    self.limits = limits
    self.preconditioner = preconditioner
  }

  /// Solves A x = b from the x given.
  ///
  /// `breakdown` means that A is not positive definite, `singular` that A maps a direction with a share
  /// in the residual to nothing.
  public func solve(
    _ matrix: LinearOperator, _ b: Buffer<Double>, into x: Buffer<Double>
  ) -> SolveReport {
    let space = VectorArithmetic(matrix)
    space.check(b, x)
    let (r, p, q, z) = (space.zeros(), space.zeros(), space.zeros(), space.zeros())
    var history = ResidualHistory(limits, size: space.norm(b))
    space.residual(matrix, b, x, into: r)
    space.improve(r, to: z, by: preconditioner)
    space.copy(z, to: p)
    var rho = space.dot(r, z).real
    var norm = space.norm(r)
    var greatestStretch = 0.0
    while true {
      if let outcome = history.add(norm) {
        return space.report(outcome, history, matrix, b, x, spare: r)
      }
      matrix.apply(p, q)
      let stretch = space.norm(q) / space.norm(p)
      greatestStretch = max(greatestStretch, stretch)
      if stretch <= greatestStretch * VectorArithmetic.nullRatio {
        return history.report(.singular)
      }
      let curvature = space.dot(p, q).real
      guard curvature > 0, rho > 0 else {
        return history.report(curvature.isNaN || rho.isNaN ? .notFinite : .breakdown)
      }
      let alpha = ComplexNumber(rho / curvature)
      space.add(alpha, p, to: x)
      space.add(ComplexNumber(-alpha.real), q, to: r)
      space.improve(r, to: z, by: preconditioner)
      let next = space.dot(r, z).real
      space.scale(p, by: ComplexNumber(next / rho))
      space.add(ComplexNumber(1), z, to: p)
      rho = next
      norm = space.norm(r)
    }
  }
}
