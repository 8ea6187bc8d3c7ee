import Foundation
import Solvers
import Testing

@Suite struct SteppingLoopTests {
  private static var decay: InitialValueProblem<Double> {
    InitialValueProblem(initial: [1, 2], span: 0...1) {
      $2[0] = -$1[0]
      $2[1] = -3 * $1[1]
    }
  }
  private static let tight = AdaptiveSteps(absolute: 1e-10, relative: 1e-10)

  @Test(arguments: RungeKuttaTableau.catalogue.filter { $0.embedded != nil && $0.order > 2 })
  func anAdaptiveSolveIsAsExactAsItsTolerance(tableau: RungeKuttaTableau) {
    let solution = ExplicitRungeKutta(tableau).solve(
      Self.decay, SolveOptions(steps: .adaptive(Self.tight)))
    #expect(solution.outcome == .finished)
    // Local errors of 1e-10 over some hundred steps of a contracting equation.
    #expect(abs(solution.last[0] - exp(-1)) < 1e-8)
    #expect(abs(solution.last[1] - 2 * exp(-3)) < 1e-8)
  }

  @Test func savedStatesLieOnTheSolutionWhetherHitOrInterpolated() {
    let times = [0, 0.1, 0.25, 0.7, 1]
    for saving in [SolveOptions.Saving.hit(at: times), .interpolated(at: times)] {
      let solution = ExplicitRungeKutta(.tsit5).solve(
        Self.decay, SolveOptions(steps: .adaptive(Self.tight), saving: saving))
      #expect(solution.times == times)
      for (time, state) in zip(times, solution.states) {
        #expect(abs(state[0] - exp(-time)) < 1e-7)
      }
    }
  }

  @Test func hitTimesAreEndsOfStepsAndInterpolatedOnesAreNot() {
    func starts(_ saving: SolveOptions.Saving) -> [Double] {
      ExplicitRungeKutta(.tsit5).solve(
        Self.decay, SolveOptions(steps: .adaptive(Self.tight), saving: saving)
      ).trace.accepted.map(\.time)
    }
    #expect(starts(.hit(at: [0.3])).contains(0.3))
    #expect(!starts(.interpolated(at: [0.3])).contains(0.3))
  }

  @Test func fixedStepsAreEqualAndEndAtTheEnd() {
    let solution = ExplicitRungeKutta(.rk4).solve(
      Self.decay, SolveOptions(steps: .fixed(size: 0.1), saving: .everyStep))
    #expect(solution.times.count == 11)
    #expect(solution.times.last == 1)
    #expect(solution.trace.work.evaluations == 40)
  }

  @Test func evaluationsAreSixPerAttemptAndThreeAtTheStartForTsit5() {
    let trace = ExplicitRungeKutta(.tsit5).solve(
      Self.decay, SolveOptions(steps: .adaptive(Self.tight))
    ).trace
    #expect(trace.work.evaluations == 3 + 6 * trace.attempts.count)
  }

  @Test func aStepLimitEndsTheSolveWithItsTime() {
    let solution = ExplicitRungeKutta(.tsit5).solve(
      Self.decay, SolveOptions(steps: .adaptive(Self.tight), stepLimit: 3))
    guard case .stepLimit(let time, 3) = solution.outcome else {
      Issue.record("\(solution.outcome)")
      return
    }
    #expect(time > 0 && time < 1)
    #expect(solution.states.isEmpty)
  }

  @Test func aSolutionThatRunsToInfinityEndsInAnUnderflow() {
    // y' = y², y = 1 / (1 - t): no step passes t = 1.
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...2) { $2[0] = $1[0] * $1[0] }
    let solution = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(Self.tight)))
    switch solution.outcome {
    case .stepUnderflow(let time, _), .nonFinite(let time, _), .stepLimit(let time, _):
      #expect(abs(time - 1) < 1e-3)
    default: Issue.record("\(solution.outcome)")
    }
  }

  @Test func aRateThatIsNoNumberIsToldWithTimeAndStage() {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...1) { time, _, rate in
      rate[0] = time > 0.5 ? .nan : 1
    }
    let fixed = ExplicitRungeKutta(.rk4).solve(problem, SolveOptions(steps: .fixed(size: 0.2)))
    #expect(fixed.outcome == .nonFinite(time: 0.4, stage: 4))
    let adaptive = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(Self.tight)))
    guard case .nonFinite(let time, let stage) = adaptive.outcome else {
      Issue.record("\(adaptive.outcome)")
      return
    }
    #expect(time <= 0.5 && time > 0.3 && stage >= 2)
  }

  @Test func aBadStartIsToldAsStageZero() {
    let problem = InitialValueProblem<Double>(initial: [.nan], span: 0...1) { $2[0] = $1[0] }
    let solution = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(Self.tight)))
    #expect(solution.outcome == .nonFinite(time: 0, stage: 0))
  }

  @Test func singlePrecisionSolvesTheSameEquation() {
    let problem = InitialValueProblem<Float>(initial: [1, 2], span: 0...1) {
      $2[0] = -$1[0]
      $2[1] = -3 * $1[1]
    }
    let solution = ExplicitRungeKutta(.tsit5).solve(
      problem, SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-5, relative: 1e-5))))
    #expect(abs(solution.last[0] - Float(exp(-1.0))) < 1e-4)
  }
}
