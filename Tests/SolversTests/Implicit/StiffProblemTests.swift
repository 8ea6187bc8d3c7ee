import Foundation
import Solvers
import TestSupport
import Testing

/// Stiff problems against the end states that SciPy's Radau gives at a tolerance of 1e-12.
@Suite struct StiffProblemTests {
  struct Reference: Decodable {
    struct Case: Decodable {
      let t1: Double
      let y: [Double]
    }
    let cases: [String: Case]
  }

  private static func reference(_ name: String) throws -> Reference.Case {
    let url = PackageFolder.url.appending(path: "Tests/References/solvers/stiff.json")
    let file = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    return try #require(file.cases[name])
  }

  static let methods: [any InitialValueMethod] =
    SDIRKTableau.catalogue.map(SDIRK.init) + RosenbrockTableau.catalogue.map(Rosenbrock.init)
  static let names = methods.map(\.name)

  private static func method(_ name: String) throws -> any InitialValueMethod {
    try #require(methods.first { $0.name == name })
  }

  private static func robertson(to end: Double) -> InitialValueProblem<Double> {
    InitialValueProblem(initial: [1, 0, 0], span: 0...end) { _, y, rate in
      let (a, b, c) = (0.04 * y[0], 1e4 * y[1] * y[2], 3e7 * y[1] * y[1])
      rate[0] = -a + b
      rate[1] = a - b - c
      rate[2] = c
    }
  }

  @Test(arguments: names)
  func robertsonsReactionEndsWhereRadauSays(name: String) throws {
    let expected = try Self.reference("robertson")
    let tolerance = 1e-6
    let measure = ErrorMeasure(
      tolerances: Tolerances(absolute: tolerance * 1e-6, relative: tolerance))
    let solution = try Self.method(name).solve(
      Self.robertson(to: expected.t1),
      SolveOptions(steps: .adaptive(AdaptiveSteps(measure: measure))))
    #expect(solution.outcome == .finished)
    for (ours, theirs) in zip(solution.last, expected.y) {
      // Local errors below the tolerance add up over the hundreds of steps of eleven decades.
      #expect(abs(ours - theirs) < 100 * tolerance * abs(theirs), "\(name): \(ours) for \(theirs)")
    }
    #expect(solution.trace.attempts.count < 5000)
  }

  @Test(arguments: names)
  func vanDerPolsOscillatorEndsWhereRadauSays(name: String) throws {
    let expected = try Self.reference("vanDerPol")
    let mu = 1000.0
    let problem = InitialValueProblem<Double>(
      initial: [2, 0], span: 0...expected.t1,
      jacobian: .exact { _, y, matrix in
        matrix[0] = 0
        matrix[1] = -2 * mu * y[0] * y[1] - 1
        matrix[2] = 1
        matrix[3] = mu * (1 - y[0] * y[0])
      },
      rate: { _, y, rate in
        rate[0] = y[1]
        rate[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0]
      })
    let tolerance = 1e-7
    let solution = try Self.method(name).solve(
      problem,
      SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance))))
    #expect(solution.outcome == .finished)
    // After a jump the solution has forgotten all but when it happened; that is off by the error of
    // the position before it times the time scale of 1000.
    #expect(abs(solution.last[0] - expected.y[0]) < 1e3 * tolerance, "\(name) \(solution.last)")
  }

  @Test(arguments: names)
  func aStiffLinearEquationTakesFewSteps(name: String) throws {
    // y' = -1e6 (y - cos t): an explicit method would need half a million steps.
    let problem = InitialValueProblem<Double>(initial: [0], span: 0...1) { time, y, rate in
      rate[0] = -1e6 * (y[0] - cos(time))
    }
    let solution = try Self.method(name).solve(
      problem, SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-6, relative: 1e-6))))
    #expect(abs(solution.last[0] - cos(1)) < 1e-4)
    #expect(solution.trace.attempts.count < 500, "\(name) \(solution.trace.attempts.count)")
  }

  @Test(arguments: names)
  func denseOutputOfAnImplicitMethodIsOfOrderThree(name: String) throws {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...1) { $2[0] = -$1[0] }
    let method = try Self.method(name)
    let times = [0.123, 0.5, 0.777]
    let solution = method.solve(
      problem, SolveOptions(steps: .fixed(size: 0.05), saving: .interpolated(at: times)))
    for (time, state) in zip(times, solution.states) {
      // h⁴/384 for Hermite's cubic, h² for the error of the method of order 2.
      let bound = method.order == 2 ? 0.05 * 0.05 : pow(0.05, 3)
      #expect(abs(state[0] - exp(-time)) < bound)
    }
  }

  @Test func aRateThatIsNoNumberIsTold() throws {
    let problem = InitialValueProblem<Double>(initial: [1], span: 0...1) { time, _, rate in
      rate[0] = time > 0.5 ? .nan : 1
    }
    for name in Self.names {
      let solution = try Self.method(name).solve(problem, SolveOptions(steps: .fixed(size: 0.2)))
      guard case .nonFinite(let time, _) = solution.outcome else {
        Issue.record("\(name) \(solution.outcome)")
        continue
      }
      #expect(time > 0.3 && time < 0.5)
    }
  }
}
