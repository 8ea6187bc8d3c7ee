import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// X with A X = B.
  ///
  /// The gradient takes one more solve, with Aᵀ (Giles 2008, "Collected matrix derivative results",
  /// section 2.2.4). A system without a solution gives NaN, and the tape's diagnosis says why.
  ///
  /// - Parameters:
  ///   - a: A, [n, n]
  ///   - b: B, [n, columns]
  ///   - kind: how it is solved
  /// - Returns: X, [n, columns]
  public func linearSolve(
    _ a: Variable<S>, _ b: Variable<S>, kind: DenseSystemKind = .general
  ) -> Variable<S> {
    Requirement.check(
      a.shape.count == 2 && b.shape.count == 2 && a.shape[0] == a.shape[1]
        && b.shape[0] == a.shape[0],
      "linearSolve: a matrix of \(a.shape) does not fit right-hand sides of \(b.shape)")
    let system = DenseSolve<S>(size: a.shape[0], columns: b.shape[1], kind: kind)
    return custom(
      [a, b], shape: b.shape, name: "LinearSolve",
      value: { inputs, x in system.solve(inputs[0], inputs[1], into: x) },
      gradient: { _, x, cotangent, shares in
        system.addShares(
          solution: x, cotangent: cotangent, toMatrix: shares[0], toSides: shares[1])
      },
      failure: { system.failure })
  }
}
