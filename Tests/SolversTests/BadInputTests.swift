import Foundation
import Solvers
import Tensors
import Testing

/// What solvers say of systems and problems that have no solution, whole sentences.
@Suite struct BadInputTests {
  init() { BLAS.pinToOneThread() }

  private static func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func aDirectSolveSaysWhyItFails() {
    let zeros = DenseMatrix(rows: 2, columns: 2, values: [0, 0, 0, 0])
    let singular = #expect(throws: LinearFailure.self) { try LUFactorisation(zeros) }
    #expect(
      singular?.description
        == "linear system of 2 unknowns: singular, reciprocal condition 0.0; expected above rounding, "
        + "2e-16; remove dependent equations or solve in the least-squares sense.")
    let undefined = DenseMatrix(rows: 1, columns: 1, values: [.nan])
    let failure = #expect(throws: LinearFailure.self) { try CholeskyFactorisation(undefined) }
    #expect(
      failure?.description
        == "linear system of 1 unknowns: an entry is infinite or undefined; expected finite numbers; "
        + "look at where the matrix is made.")
  }

  private func report(
    _ diagonal: [Double], _ b: [Double], by solver: any LinearSolver
  ) -> String {
    let matrix = LinearOperator(count: diagonal.count) { x, y in
      for index in diagonal.indices { y.start[index] = diagonal[index] * x.start[index] }
    }
    let side = Buffer<Double>(count: b.count)
    side.load(b)
    return solver.solve(matrix, side, into: Buffer(count: b.count)).description
  }

  @Test func anIterativeSolveSaysWhyItFails() {
    let limits = SolveLimits(tolerance: 1e-12, iterations: 1)
    #expect(
      report([1, 3], [1, 1], by: ConjugateGradients(limits))
        == "linear solve: not converged, relative residual 0.5 after 1 iterations; expected 1e-12 within "
        + "1; precondition it, allow more iterations or loosen the tolerance.")
    #expect(
      report([1, -1], [1, 1], by: ConjugateGradients())
        == "linear solve: broken down, relative residual 1.0 after 0 iterations; expected 1e-10; take "
        + "another method, start or tolerance.")
    #expect(
      report([0, 0], [1, 1], by: GMRES())
        == "linear solve: singular after 1 iterations; expected a relative residual of 1e-10; the "
        + "right-hand side is not in the range of the matrix.")
    #expect(
      report([1, 1], [.nan, 1], by: GMRES())
        == "linear solve: a number became infinite or undefined, relative residual nan after 0 iterations; "
        + "expected 1e-10; look at the matrix, the right-hand side and the start.")
    #expect(
      report([1, 1], [1, 1], by: GMRES())
        == "linear solve: converged, relative residual 0.0 after 1 iterations; expected 1e-10.")
  }

  private let adaptive = SolveOptions(
    steps: .adaptive(AdaptiveSteps(absolute: 1e-6, relative: 1e-6)), stepLimit: 4)

  @Test func aStepLimitIsToldWithItsTime() {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...100) {
      $2[0] = cos($0) * $1[0]
    }
    let outcome = ExplicitRungeKutta(.tsit5).solve(problem, adaptive).outcome
    guard case .stepLimit(let time, 4) = outcome else { Issue.record("\(outcome)"); return }
    #expect(
      outcome.description
        == "t = \(time): step limit of 4 reached; expected the end of the span before; raise the limit or "
        + "loosen the tolerances.")
  }

  @Test func aStepThatIsTooSmallIsToldWithItsTime() {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...2) { $2[0] = $1[0] * $1[0] }
    let steps = AdaptiveSteps(
      measure: ErrorMeasure(tolerances: Tolerances(absolute: 1e-8, relative: 1e-8)),
      firstStep: .given(1e-3), sizes: 1e-3...1)
    let outcome = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(steps))
    ).outcome
    guard case .stepUnderflow(let time, let size) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    // the solution 1 / (1 - t) has its pole at 1
    #expect(abs(time - 1) < 0.1 && size < 1e-3)
    #expect(
      outcome.description
        == "t = \(time): a step of \(size) asked for; expected one that changes t and is not below the "
        + "floor; the solution may have a pole there, or the problem is stiff: take an implicit method."
    )
  }

  @Test func aRateThatIsNoNumberIsToldWithItsStage() {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...1) {
      $2[0] = $0 > 0.6 ? .nan : -$1[0]
    }
    let outcome = ExplicitRungeKutta(.rk4).solve(
      problem, SolveOptions(steps: .fixed(size: 0.5))
    ).outcome
    #expect(
      outcome.description
        == "t = 0.5: stage 2 is not finite; expected finite numbers; look at the right-hand side there."
    )
    let bad = InitialValueProblem<Double>(initial: [.nan], span: 0...1) { $2[0] = $1[0] }
    #expect(
      ExplicitRungeKutta(.rk4).solve(bad, SolveOptions(steps: .fixed(size: 0.5))).outcome
        .description
        == "t = 0.0: the state or rate at the start is not finite; expected finite numbers; look at the "
        + "right-hand side there.")
    #expect(
      SolveOutcome.unsolvedStage(time: 2, stage: 3).description
        == "t = 2.0: the equations of stage 3 were not solved; expected Newton's method to converge; check "
        + "the Jacobian or take smaller steps.")
  }

  @Test func shapesThatDoNotFitAreNamed() async {
    let side = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let matrix = LinearOperator(count: 3) { $1.start[0] = $0.start[0] }
      _ = GMRES().solve(matrix, Buffer(count: 2), into: Buffer(count: 3))
    }
    #expect(Self.text(side).contains("b of 2 and x of 3 numbers for a system of 3"))
    let steps = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let problem = InitialValueProblem<Double>(initial: [1], span: 0...1) { $2[0] = $1[0] }
      let options = SolveOptions(
        steps: .adaptive(AdaptiveSteps(absolute: 1e-6, relative: 1e-6)))
      _ = ExplicitRungeKutta(.rk4).solve(problem, options)
    }
    #expect(
      Self.text(steps).contains(
        "rk4: adaptive steps asked for; expected a method that estimates its error; take fixed steps"
      ))
  }
}
