import Autodiff
import Solvers
import Tensors

/// One iterative solve on a tape, with the vectors that its passes reuse.
final class IterativeSolve {
  private let solver: any LinearSolver
  private let side: Buffer<Double>
  private let solution: Buffer<Double>
  /// λ of the last backward step.
  let adjoint: Buffer<Double>
  /// Why the last solve found nothing; empty when it did.
  private(set) var failure = ""

  init(_ solver: any LinearSolver, count: Int) {
    self.solver = solver
    side = Buffer(count: count)
    solution = Buffer(count: count)
    adjoint = Buffer(count: count)
  }

  func solve(
    _ matrix: LinearOperator, _ b: UnsafePointer<Double>, into x: UnsafeMutablePointer<Double>
  ) {
    run(matrix, b, into: solution)
    x.update(from: solution.start, count: solution.count)
  }

  /// λ with Aᴴ λ = x̄, added to the gradient of b.
  func addShare(
    _ adjointMatrix: LinearOperator, _ cotangent: UnsafePointer<Double>,
    to share: UnsafeMutablePointer<Double>?
  ) {
    run(adjointMatrix, cotangent, into: adjoint)
    if let share { Double.elements.axpy(adjoint.count, 1, adjoint.start, share) }
  }

  /// From zero, so that a pass does not depend on the one before.
  private func run(
    _ matrix: LinearOperator, _ b: UnsafePointer<Double>, into x: Buffer<Double>
  ) {
    side.start.update(from: b, count: side.count)
    x.fill(0)
    let report = solver.solve(matrix, side, into: x)
    failure = report.outcome == .converged ? "" : report.description
    if report.outcome != .converged { x.fill(.nan) }
  }
}
