import Autodiff
import Networks
import Solvers
import Tensors
import Testing

/// What operations on equations say of shapes that do not fit.
@Suite struct EquationShapeTests {
  private static func text(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func aLinearSolveNamesBothShapes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape<Double>(.training)
      _ = tape.linearSolve(tape.input([3, 3]), tape.input([2, 1]))
    }
    #expect(
      Self.text(result).contains(
        "linearSolve: a matrix of [3, 3] does not fit right-hand sides of [2, 1]"))
  }

  @Test func aRateOfAnotherShapeIsNamed() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape<Double>(.training)
      _ = tape.solution(
        from: tape.input([2, 3]), over: 0...1, by: ExplicitRungeKutta(.rk4),
        SolveOptions(steps: .fixed(size: 0.5))
      ) { tape, _, state in tape.sum(state, over: [1]) }
    }
    #expect(Self.text(result).contains("solution: a rate of [2] for a state of [2, 3]"))
  }

  @Test func aTransformNamesShapeAndAxes() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let tape = Tape<Double>(.training)
      _ = tape.inverseRealFourier(tape.input([4, 3, 2]), to: [4, 8], over: [1])
    }
    #expect(
      Self.text(result).contains(
        "inverseRealFourier: [4, 3, 2] is no half spectrum of [4, 8] along its axes [1]"))
  }
}
