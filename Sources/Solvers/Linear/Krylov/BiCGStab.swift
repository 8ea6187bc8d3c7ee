import Tensors

/// The stabilised bi-conjugate gradient method for general systems.
///
/// Van der Vorst 1992; the form of Saad (2003), algorithm 7.7, preconditioned from the right so that
/// the residuals are those of A x = b.
public struct BiCGStab: LinearSolver {
  /// When to stop; an iteration takes two products.
  public let limits: SolveLimits
  /// z = M⁻¹ r with M near A; nil for none.
  public let preconditioner: LinearOperator.Product?

  /// A method.
  public init(_ limits: SolveLimits = SolveLimits(), preconditioner: LinearOperator.Product? = nil)
  {
    self.limits = limits
    self.preconditioner = preconditioner
  }

  /// Solves A x = b from the x given.
  public func solve(
    _ matrix: LinearOperator, _ b: Buffer<Double>, into x: Buffer<Double>
  ) -> SolveReport {
    let space = VectorArithmetic(matrix)
    space.check(b, x)
    let (r, shadow, p) = (space.zeros(), space.zeros(), space.zeros())
    let (ap, s, t) = (space.zeros(), space.zeros(), space.zeros())
    var history = ResidualHistory(limits, size: space.norm(b))
    space.residual(matrix, b, x, into: r)
    space.copy(r, to: shadow)
    space.copy(r, to: p)
    var rho = space.dot(shadow, r)
    while true {
      if let outcome = history.add(space.norm(r)) {
        return space.report(outcome, history, matrix, b, x, spare: s)
      }
      apply(matrix, to: p, through: s, into: ap, space)
      let sigma = space.dot(shadow, ap)
      guard !vanishes(sigma, space.norm(shadow) * space.norm(ap)) else {
        return history.report(.breakdown)
      }
      let alpha = rho / sigma
      space.add(alpha, preconditioner == nil ? p : s, to: x)
      space.add(-1 * alpha, ap, to: r)
      apply(matrix, to: r, through: s, into: t, space)
      let square = space.dot(t, t).real
      let omega = square == 0 ? ComplexNumber(0) : (1 / square) * space.dot(t, r)
      space.add(omega, preconditioner == nil ? r : s, to: x)
      // The old r is needed for x above, so it changes last.
      space.add(-1 * omega, t, to: r)
      let next = space.dot(shadow, r)
      let isDone = space.norm(r) <= limits.tolerance * space.norm(b)
      guard
        isDone || !(omega == ComplexNumber(0) || vanishes(next, space.norm(shadow) * space.norm(r)))
      else {
        _ = history.add(space.norm(r))
        return history.report(space.norm(r).isFinite ? .breakdown : .notFinite)
      }
      let beta = (next / rho) * (alpha / omega)
      space.add(-1 * omega, ap, to: p)
      space.scale(p, by: beta)
      space.add(ComplexNumber(1), r, to: p)
      rho = next
    }
  }

  /// y = A M⁻¹ v; M⁻¹ v is left in `between`.
  private func apply(
    _ matrix: LinearOperator, to v: Buffer<Double>, through between: Buffer<Double>,
    into y: Buffer<Double>, _ space: VectorArithmetic
  ) {
    guard let preconditioner else { return matrix.apply(v, y) }
    preconditioner(v, between)
    matrix.apply(between, y)
  }

  /// Whether a scalar product is nothing but rounding.
  private func vanishes(_ product: ComplexNumber, _ size: Double) -> Bool {
    product.magnitude <= .ulpOfOne * .ulpOfOne * size
  }
}
