import Tensors

/// The generalised minimal residual method with restarts, for general systems.
///
/// Saad & Schultz 1986; the form of Saad (2003), algorithm 6.9 with Givens rotations, preconditioned
/// from the right so that the residuals are those of A x = b.
public struct GMRES: LinearSolver {
  /// When to stop.
  public let limits: SolveLimits
  /// Iterations between restarts, which is also the number of vectors kept.
  public let restart: Int
  /// z = M⁻¹ r with M near A; nil for none.
  public let preconditioner: LinearOperator.Product?

  /// A method.
  public init(
    _ limits: SolveLimits = SolveLimits(), restart: Int = 50,
    preconditioner: LinearOperator.Product? = nil
  ) {
    self.limits = limits
    self.restart = restart
    self.preconditioner = preconditioner
  }

  /// Solves A x = b from the x given.
  ///
  /// `singular` means that the Krylov space is exhausted and holds no solution.
  public func solve(
    _ matrix: LinearOperator, _ b: Buffer<Double>, into x: Buffer<Double>
  ) -> SolveReport {
    let space = VectorArithmetic(matrix)
    space.check(b, x)
    var history = ResidualHistory(limits, size: space.norm(b))
    let size = min(restart, space.count)
    let basis = KrylovBasis(space, size: size)
    let (r, z) = (space.zeros(), space.zeros())
    space.residual(matrix, b, x, into: r)
    if let outcome = history.add(space.norm(r)) { return history.report(outcome) }
    while true {
      var rotation = basis.start(from: r)
      var outcome: LinearOutcome?
      var isExhausted = false
      while outcome == nil, !isExhausted, rotation.count < size {
        let newest = basis.vectors[rotation.count]
        space.improve(newest, to: z, by: preconditioner)
        matrix.apply(z, basis.vectors[rotation.count + 1])
        let (column, isLast) = basis.orthogonalise(rotation.count + 1)
        rotation.add(column)
        isExhausted = isLast
        outcome = history.add(rotation.residual)
      }
      if outcome == .notFinite { return history.report(.notFinite) }
      guard let weights = rotation.weights() else { return history.report(.singular) }
      basis.combine(weights, into: r)
      space.improve(r, to: z, by: preconditioner)
      space.add(ComplexNumber(1), z, to: x)
      if let outcome {
        return space.report(outcome, history, matrix, b, x, spare: r)
      }
      // In an exhausted space the residual is the least of all: no restart lowers it.
      if isExhausted { return history.report(.singular) }
      space.residual(matrix, b, x, into: r)
    }
  }
}
