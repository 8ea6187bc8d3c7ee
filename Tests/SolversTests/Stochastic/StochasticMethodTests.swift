import Foundation
import Randomness
import Solvers
import TestSupport
import Testing

@Suite struct StochasticMethodTests {
  @Test(arguments: SimpleStochasticMethod.allCases, OrderStudy.StochasticEquation.allCases)
  func aSimpleMethodHasItsStrongOrder(
    method: SimpleStochasticMethod, equation: OrderStudy.StochasticEquation
  ) {
    let study = OrderStudy(method, on: equation, paths: 1000)
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }

  @Test(arguments: SRITableau.catalogue, OrderStudy.StochasticEquation.allCases)
  func aStochasticRungeKuttaMethodHasItsStrongOrder(
    tableau: SRITableau, equation: OrderStudy.StochasticEquation
  ) {
    let study = OrderStudy(StochasticRungeKutta(tableau), on: equation, paths: 1000)
    #expect(study.agrees, "\(study.name): \(study.observed) for \(study.nominal)")
  }

  private static func path(_ count: Int) -> VirtualBrownianTree {
    VirtualBrownianTree(count: count, span: 0...1, stream: RandomStream(seed: 5).stream("tests"))
  }

  @Test(arguments: SRITableau.catalogue)
  func theIntegralOfTheMotionIsTheTrees(tableau: SRITableau) {
    // dX = Y dt, dY = dW: X(1) = ∫ W, which needs I₍₁,₀₎ of the same path, not of another.
    let problem = StochasticProblem<Double>(
      initial: [0, 0], span: 0...1,
      drift: {
        $2[0] = $1[1]
        $2[1] = 0
      },
      diffusion: {
        $2[0] = 0
        $2[1] = 1
      })
    let path = Self.path(2)
    let end = StochasticRungeKutta(tableau).solve(
      problem, along: path, SolveOptions(steps: .fixed(size: 1.0 / 8))
    ).last
    let exact = path.values(at: 1)
    // Coefficients are printed to 14 digits.
    #expect(abs(end[1] - exact.motion[1]) < 1e-12)
    #expect(abs(end[0] - exact.integral[1]) < 1e-12)
  }

  private static func geometric(_ count: Int) -> StochasticProblem<Double> {
    StochasticProblem(
      initial: [Double](repeating: 1, count: count), span: 0...1,
      drift: { _, x, rate in for i in 0..<count { rate[i] = 0.5 * x[i] } },
      diffusion: { _, x, rate in for i in 0..<count { rate[i] = 0.4 * x[i] } })
  }

  @Test(arguments: SRITableau.catalogue)
  func aTighterToleranceIsMoreExactAlongTheSamePath(tableau: SRITableau) {
    let path = Self.path(50)
    let exact = path.values(at: 1).motion.map { exp(0.5 - 0.08 + 0.4 * $0) }
    let errors = [1e-1, 1e-3].map { tolerance in
      let solution = StochasticRungeKutta(tableau).solve(
        Self.geometric(50), along: path,
        SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance))))
      #expect(solution.outcome == .finished)
      return zip(solution.last, exact).reduce(0) { $0 + abs($1.0 - $1.1) } / 50
    }
    #expect(errors[1] < errors[0] / 10)
    #expect(errors[1] < 1e-3)
  }

  @Test func measuringErrorsChangesNoStepOfEulerHeun() {
    let measure = ErrorMeasure(tolerances: Tolerances(absolute: 1e-2, relative: 1e-2))
    let solutions = [nil, measure].map {
      SimpleStochasticMethod.eulerHeun.solve(
        Self.geometric(3), along: Self.path(3),
        SolveOptions(steps: .fixed(size: 0.125, measure: $0)))
    }
    #expect(solutions[0].states == solutions[1].states)
    #expect(solutions[1].trace.accepted.allSatisfy { $0.errorEstimate > 0 })
    #expect(solutions[0].trace.work.evaluations == 8)
    #expect(solutions[1].trace.work.evaluations == 16)
  }

  @Test func adaptiveEulerHeunIsMoreExactWithATighterTolerance() {
    let path = Self.path(50)
    let exact = path.values(at: 1).motion.map { exp(0.5 + 0.4 * $0) }
    let errors = [1e-1, 1e-3].map { tolerance in
      let solution = SimpleStochasticMethod.eulerHeun.solve(
        Self.geometric(50), along: path,
        SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance))))
      #expect(solution.outcome == .finished)
      return zip(solution.last, exact).reduce(0) { $0 + abs($1.0 - $1.1) } / 50
    }
    // At the loose tolerance steps are held back by their growth of at most 9/8.
    #expect(errors[1] < errors[0] / 5)
    #expect(errors[1] < 1e-2)
  }

  @Test func theFirstStepIsPartOfTheCost() {
    let steps = AdaptiveSteps(absolute: 1e-1, relative: 1e-1)
    let trace = StochasticRungeKutta(.sosri).solve(
      Self.geometric(2), along: Self.path(2), SolveOptions(steps: .adaptive(steps))
    ).trace
    #expect(trace.work.evaluations == 4 * trace.attempts.count + 2)
    #expect(trace.work.diffusionEvaluations == trace.work.evaluations)
  }

  @Test func rejectedStepsAreTriedAgainAlongTheSamePath() {
    let path = Self.path(1)
    let steps = AdaptiveSteps(
      measure: ErrorMeasure(tolerances: Tolerances(absolute: 1e-2, relative: 1e-2)),
      firstStep: .given(0.5))
    let solution = StochasticRungeKutta(.sosri).solve(
      Self.geometric(1), along: path, SolveOptions(steps: .adaptive(steps)))
    #expect(solution.trace.rejectedCount > 0)
    #expect(abs(solution.last[0] - exp(0.42 + 0.4 * path.values(at: 1).motion[0])) < 1e-2)
    let work = solution.trace.work
    #expect(work.evaluations == 4 * solution.trace.attempts.count)
    #expect(work.diffusionEvaluations == work.evaluations)
  }

  @Test func theStiffMethodEstimatesTheEigenvalue() {
    // Drift -20 y: both last drift stages are at one time, and the ratio is 20.
    let problem = StochasticProblem<Double>(
      initial: [1], span: 0...1, drift: { $2[0] = -20 * $1[0] }, diffusion: { $2[0] = 0.1 })
    let solution = StochasticRungeKutta(.sosri2).solve(
      problem, along: Self.path(1),
      SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-2, relative: 1e-2))))
    #expect(
      solution.trace.accepted.allSatisfy { abs($0.eigenvalueEstimate - 20) < 1e-6 })
  }

  @Test func aDiffusionThatIsNoNumberIsTold() {
    let problem = StochasticProblem<Float>(
      initial: [1], span: 0...1, drift: { $2[0] = $1[0] },
      diffusion: { $2[0] = $0 > 0.5 ? .nan : 1 })
    let methods: [any StochasticMethod] =
      SimpleStochasticMethod.allCases + [StochasticRungeKutta(.sosri)]
    for method in methods {
      let solution = method.solve(
        problem, along: Self.path(1), SolveOptions(steps: .fixed(size: 0.125)))
      guard case .nonFinite(let time, _) = solution.outcome else {
        Issue.record("\(method.name) \(solution.outcome)")
        continue
      }
      #expect(time > 0 && time < 0.75)
    }
  }

  @Test func everyFileOfAStochasticTableauIsInTheCatalogue() throws {
    let folder = PackageFolder.url.appending(path: "Sources/Solvers/Stochastic")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("SRITableau+") }
    #expect(files.count == SRITableau.catalogue.count)
  }
}
