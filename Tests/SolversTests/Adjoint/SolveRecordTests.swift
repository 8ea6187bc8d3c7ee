import Foundation
import Solvers
import Testing

/// Gradients of a small nonlinear system with two parameters against central differences.
@Suite struct SolveRecordTests {
  /// p₀, p₁ and their gradient: y₀' = p₀ y₁ + sin t, y₁' = -y₀ + p₁ (1 - y₀²) y₁.
  final class Oscillator {
    let p: [Double]
    var gradient = [0.0, 0.0]

    init(_ p: [Double]) { self.p = p }

    func problem(_ initial: [Double]) -> InitialValueProblem<Double> {
      InitialValueProblem(initial: initial, span: 0...1) { [p] time, y, rate in
        rate[0] = p[0] * y[1] + sin(time)
        rate[1] = -y[0] + p[1] * (1 - y[0] * y[0]) * y[1]
      }
    }

    func transpose(
      _ time: Double, _ y: UnsafePointer<Double>, _ w: UnsafePointer<Double>,
      _ out: UnsafeMutablePointer<Double>
    ) {
      out[0] += w[1] * (-1 - 2 * p[1] * y[0] * y[1])
      out[1] += w[0] * p[0] + w[1] * p[1] * (1 - y[0] * y[0])
      gradient[0] += w[0] * y[1]
      gradient[1] += w[1] * (1 - y[0] * y[0]) * y[1]
    }
  }

  static let options = SolveOptions(
    steps: .fixed(
      size: 0.21,
      measure: ErrorMeasure(tolerances: Tolerances(absolute: 1e-3, relative: 1e-2))),
    saving: .interpolated(at: [0, 0.13, 0.5, 0.6, 1]))

  /// A loss of everything that a solve returns, and its derivatives.
  private static func loss(_ solution: Solution<Double>) -> Double {
    let states = solution.states.enumerated().reduce(0) { sum, item in
      sum + Double(item.offset + 1) * (item.element[0] * item.element[0] - item.element[1])
    }
    return solution.trace.accepted.enumerated().reduce(states) { sum, item in
      sum + Double(item.offset + 2) * item.element.errorEstimate
        + 0.1 * item.element.eigenvalueEstimate
    }
  }

  private static func seed(
    _ solution: Solution<Double>, _ tableau: RungeKuttaTableau
  ) -> GradientSeed<Double> {
    let steps = solution.trace.accepted.count
    return GradientSeed(
      states: solution.states.enumerated().map {
        [Double($0.offset + 1) * 2 * $0.element[0], -Double($0.offset + 1)]
      },
      errorEstimates: (0..<steps).map { Double($0 + 2) },
      eigenvalueEstimates: (0..<steps).map { _ in 0.1 })
  }

  /// Central differences with step d have an error of d² f''' / 6 + ε |f| / d: near 1e-9 for
  /// d = 1e-5 and losses of size 10 that are smooth on the scale 1.
  private static let difference = 1e-5
  private static let tolerance = 1e-7

  @Test(
    arguments: RungeKuttaTableau.catalogue,
    [SolveRecord<Double>.Keeping.states, .stages])
  func theGradientIsThatOfTheNumbersReturned(
    tableau: RungeKuttaTableau, keeping: SolveRecord<Double>.Keeping
  ) {
    let (initial, p) = ([0.7, -0.4], [1.3, 0.8])
    func value(_ x: [Double]) -> Double {
      let system = Oscillator(Array(x[2...]))
      return Self.loss(
        ExplicitRungeKutta(tableau).record(system.problem(Array(x[..<2])), Self.options).solution)
    }
    let system = Oscillator(p)
    let record = ExplicitRungeKutta(tableau).record(
      system.problem(initial), Self.options, keeping: keeping)
    let ours =
      record.backward(Self.seed(record.solution, tableau)) { system.transpose($0, $1, $2, $3) }
      + system.gradient
    for index in 0..<4 {
      var (above, below) = (initial + p, initial + p)
      above[index] += Self.difference
      below[index] -= Self.difference
      let expected = (value(above) - value(below)) / (2 * Self.difference)
      #expect(
        abs(ours[index] - expected) < Self.tolerance * (1 + abs(expected)),
        "\(tableau.name) \(index): \(ours[index]) for \(expected)")
    }
  }

  @Test func theGradientOfALinearEquationIsThatOfItsStabilityFunction() {
    // y' = y by RK4 in one step: y(1) = (1 + 1 + 1/2 + 1/6 + 1/24) y(0).
    let problem = InitialValueProblem<Float>(initial: [1], span: 0...1) { $2[0] = $1[0] }
    let record = ExplicitRungeKutta(.rk4).record(problem, SolveOptions(steps: .fixed(size: 1)))
    let gradient = record.backward(GradientSeed(states: [[1]])) { $3[0] += $2[0] }
    #expect(abs(gradient[0] - 65 / 24) < 4 * Float.ulpOfOne)
  }
}
