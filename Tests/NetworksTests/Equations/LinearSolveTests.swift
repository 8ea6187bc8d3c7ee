import Autodiff
import Networks
import Solvers
import Tensors
import Testing

@Suite struct LinearSolveTests {
  init() { BLAS.pinToOneThread() }

  @Test(arguments: DenseSystemKind.allCases)
  func theSolutionSolvesTheSystemInFloat(kind: DenseSystemKind) {
    let tape = Tape<Float>(.inference)
    let a = tape.constant([2, 2], [4, 1, 1, 3])
    let x = tape.linearSolve(a, tape.constant([2, 2], [6, 5, 7, 4]), kind: kind)
    tape.forward()
    for (found, wanted) in zip(x.values, [1, 1, 2, 1] as [Float]) {
      #expect(abs(found - wanted) < 1e-6)
    }
  }

  @Test func aSingularSystemSaysSo() {
    let tape = Tape<Double>(.training)
    let x = tape.linearSolve(tape.constant([2, 2], [1, 2, 2, 4]), tape.constant([2, 1], [1, 1]))
    tape.forward()
    #expect(x.values.allSatisfy { $0.isNaN })
    #expect(
      tape.firstNotFinite()?.description
        == "LinearSolve made the first number that is not finite, element 0: linear system of 2 "
        + "unknowns: singular, reciprocal condition 0.0; expected above rounding, 2e-16; remove "
        + "dependent equations or solve in the least-squares sense.")
  }

  @Test func anIndefiniteSystemSaysSo() {
    let tape = Tape<Double>(.training)
    _ = tape.linearSolve(
      tape.constant([2, 2], [1, 2, 2, 1]), tape.constant([2, 1], [1, 1]), kind: .positiveDefinite)
    tape.forward()
    #expect(
      tape.firstNotFinite()?.description
        == "LinearSolve made the first number that is not finite, element 0: linear system of 2 "
        + "unknowns: leading minor 2 is not positive; expected a positive definite matrix; use the LU "
        + "factorisation.")
  }

  @Test func aSolveThatDoesNotConvergeSaysSo() {
    let tape = Tape<Double>(.training)
    let swap = LinearOperator(count: 2) { x, y in
      (y.start[0], y.start[1]) = (x.start[1], x.start[0])
    }
    _ = tape.linearSolve(
      swap, adjoint: swap, tape.constant([2], [1, 0]),
      by: GMRES(SolveLimits(tolerance: 1e-10, iterations: 1)))
    tape.forward()
    #expect(
      tape.firstNotFinite()?.description
        == "IterativeSolve made the first number that is not finite, element 0: linear solve: not "
        + "converged, relative residual 1.0 after 1 iterations; expected 1e-10 within 1; "
        + "precondition it, allow more iterations or loosen the tolerance.")
  }
}
