import Foundation
import Solvers
import Tensors
import Testing

/// Orders of convergence, exact solutions and outcomes of the spectral steppers.
@Suite struct SpectralStepperTests {
  /// A method with its order and the steps of one time unit where that order shows: few enough that
  /// the error stays 100 times above rounding, many enough that the leading term rules.
  struct Method: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let order: Double
    let steps: [Int]
    let make: @Sendable (SemilinearProblem, Double) -> any SpectralStepper
  }

  static let methods = [
    Method(testDescription: "ETDRK4", order: 4, steps: [16, 32, 64]) { ETDRK4($0, stepSize: $1) },
    Method(testDescription: "ark436", order: 4, steps: [16, 32, 64]) {
      IMEXRungeKutta($0, .ark436, stepSize: $1)
    },
    Method(testDescription: "ars443", order: 3, steps: [32, 64, 128]) {
      IMEXRungeKutta($0, .ars443, stepSize: $1)
    },
    Method(testDescription: "cnab2", order: 2, steps: [128, 256, 512]) {
      IMEXMultistep($0, .cnab2, stepSize: $1)
    },
    Method(testDescription: "sbdf2", order: 2, steps: [128, 256, 512]) {
      IMEXMultistep($0, .sbdf2, stepSize: $1)
    },
    Method(testDescription: "sbdf3", order: 3, steps: [128, 256, 512]) {
      IMEXMultistep($0, .sbdf3, stepSize: $1)
    },
    Method(testDescription: "sbdf4", order: 4, steps: [64, 128, 256]) {
      IMEXMultistep($0, .sbdf4, stepSize: $1)
    },
  ]

  @Test(arguments: methods)
  func convergesAtItsOrderOnARealField(method: Method) {
    let problem = SpectralProblems.burgers(0.1, points: 32)
    expectOrder(method, problem, from: SpectralProblems.samples(32) { sin($0) })
  }

  @Test(arguments: methods.filter { $0.testDescription != "cnab2" })
  func convergesAtItsOrderOnAComplexField(method: Method) {
    let problem = SpectralProblems.schroedinger(points: 16)
    let initial: [Double] = SpectralProblems.samples(16) { 0.5 + 0.25 * cos($0) }
      .flatMap { [$0, 0.1 * $0] }
    expectOrder(method, problem, from: initial)
  }

  private func expectOrder(
    _ method: Method, _ problem: SemilinearProblem, from initial: [Double]
  ) {
    func solution(_ steps: Int, _ make: (SemilinearProblem, Double) -> any SpectralStepper)
      -> [Double]
    {
      let stepper = make(problem, 1 / Double(steps))
      return SpectralSolution(from: initial, on: problem.grid, by: stepper, steps: steps).values
    }
    let exact = solution(2048) { ETDRK4($0, stepSize: $1) }
    let errors = method.steps.map {
      SpectralProblems.largestDifference(solution($0, method.make), exact)
    }
    let order = ConvergenceOrder(stepSizes: method.steps.map { 1 / Double($0) }, errors: errors)
    #expect(abs(order.slope - method.order) < 0.2, "errors \(errors)")
  }

  @Test(arguments: [IMEXTableau.ark436, .ars443])
  func anIMEXTableauFulfilsTheOrderConditionsOfBothPartsAndTheirCoupling(tableau: IMEXTableau) {
    let parts = [tableau.explicit, tableau.implicit]
    let nodes = tableau.implicit.map { $0.reduce(0, +) }
    for row in tableau.explicit.indices {
      #expect(abs(tableau.explicit[row].reduce(0, +) - nodes[row]) < 1e-14)
    }
    // A few roundings of sums of coefficients up to size 2.
    let rounding = 1e-14
    func times(_ matrix: [[Double]], _ x: [Double]) -> [Double] {
      matrix.map { zip($0, x).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    for b in [tableau.explicitWeights, tableau.implicitWeights] {
      func sum(_ x: [Double]) -> Double { zip(b, x).reduce(0) { $0 + $1.0 * $1.1 } }
      #expect(abs(sum(nodes.map { _ in 1 }) - 1) < rounding)
      #expect(abs(sum(nodes) - 1.0 / 2) < rounding)
      #expect(abs(sum(nodes.map { $0 * $0 }) - 1.0 / 3) < rounding)
      for a in parts { #expect(abs(sum(times(a, nodes)) - 1.0 / 6) < rounding) }
      guard tableau.order >= 4 else { continue }
      #expect(abs(sum(nodes.map { $0 * $0 * $0 }) - 1.0 / 4) < rounding)
      for a in parts {
        #expect(abs(sum(zip(nodes, times(a, nodes)).map { $0 * $1 }) - 1.0 / 8) < rounding)
        #expect(abs(sum(times(a, nodes.map { $0 * $0 })) - 1.0 / 12) < rounding)
        for c in parts { #expect(abs(sum(times(a, times(c, nodes))) - 1.0 / 24) < rounding) }
      }
    }
  }

  @Test func theLinearPartAloneIsSolvedExactlyByETDRK4InTwoDimensions() {
    let grid = SpectralGrid(counts: [12, 10], lengths: [2 * .pi, 4 * .pi], field: .real)
    let diffusion =
      SpectralSymbol.derivative(2, axis: 0, times: ComplexNumber(0.3), on: grid)
      + SpectralSymbol.derivative(2, axis: 1, times: ComplexNumber(0.3), on: grid)
      + SpectralSymbol.derivative(1, axis: 1, times: ComplexNumber(-1), on: grid)
    let problem = SemilinearProblem(
      grid: grid, linear: diffusion, outer: SpectralSymbol(grid, ComplexNumber(0))
    ) { _, _, _ in }
    func wave(_ time: Double) -> [Double] {
      (0..<120).map { index in
        let x = 2 * Double.pi * Double(index / 10) / 12
        let y = 4 * Double.pi * Double(index % 10) / 10 - time
        return exp(-0.3 * (4 + 0.25) * time) * sin(2 * x) * cos(0.5 * y)
      }
    }
    let end = SpectralSolution(
      from: wave(0), on: grid, by: ETDRK4(problem, stepSize: 0.5), steps: 3)
    #expect(end.outcome == .completed(steps: 3))
    #expect(end.evaluations == 12)
    // A dozen roundings of numbers up to 1.
    #expect(SpectralProblems.largestDifference(end.values, wave(1.5)) < 2e-15)
  }

  @Test func theSchroedingerEquationKeepsItsMass() {
    let problem = SpectralProblems.schroedinger(points: 64)
    let initial: [Double] = SpectralProblems.samples(64) { 1 + 0.5 * cos($0) }.flatMap {
      [$0, 0.0]
    }
    let end = SpectralSolution(
      from: initial, on: problem.grid, by: ETDRK4(problem, stepSize: 1e-3), steps: 500)
    let mass = { (u: [Double]) in u.reduce(0) { $0 + $1 * $1 } }
    // Not built in: the mass drifts with the error of the method, here h⁴ times a constant of order 1.
    #expect(abs(mass(end.values) / mass(initial) - 1) < 1e-10)
  }

  @Test func twoThirdsOfTheModesSurviveDealiasing() {
    let problem = SpectralProblems.burgers(0.1, points: 24, .twoThirds)
    for mode in 0..<13 {
      #expect((problem.outer[mode] == ComplexNumber(0)) == (mode >= 8 || mode == 0))
    }
    // cos(7x)² = (1 + cos 14x)/2 would alias to cos(10x); the mode 10 must stay empty.
    let initial = SpectralProblems.samples(24) { cos(7 * $0) }
    let grid = problem.grid
    let end = SpectralSolution(
      from: initial, on: grid, by: ETDRK4(problem, stepSize: 0.01), steps: 1)
    let (values, modes) = (Buffer<Double>(count: 24), Buffer<Double>(count: 26))
    values.load(end.values)
    grid.analyse(values, into: modes, grid.makeWorkspace())
    #expect(abs(modes.start[20]) + abs(modes.start[21]) < 1e-13)
  }

  @Test func aDivergingRunSaysSoInsteadOfGoingOn() {
    // Growth u² from a constant 1 is infinite at t = 1.
    let grid = SpectralGrid(counts: [8], lengths: [1], field: .real)
    let problem = SemilinearProblem(
      grid: grid, linear: SpectralSymbol(grid, ComplexNumber(0)),
      outer: SpectralSymbol(grid, ComplexNumber(1))
    ) { u, result, count in
      for index in 0..<count { result[index] = u[index] * u[index] }
    }
    let run = SpectralSolution(
      from: [Double](repeating: 1, count: 8), on: grid, by: ETDRK4(problem, stepSize: 0.05),
      steps: 1000)
    guard case .notFinite(let step) = run.outcome else {
      Issue.record("the outcome is \(run.outcome)")
      return
    }
    #expect(step > 20 && step <= 128)
  }
}
