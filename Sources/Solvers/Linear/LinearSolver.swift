import Tensors

/// An iterative method for linear systems.
public protocol LinearSolver {
  /// Solves A x = b from the x given, as far as the report says.
  func solve(
    _ matrix: LinearOperator, _ b: Buffer<Double>, into x: Buffer<Double>
  ) -> SolveReport
}
