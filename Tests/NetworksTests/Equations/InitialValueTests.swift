import Autodiff
import Foundation
import Networks
import Solvers
import Tensors
import Testing

/// The gradient of a solve on a tape beside a closed form and beside steps taped one by one.
@Suite struct InitialValueTests {
  init() { BLAS.pinToOneThread() }

  /// y' = a y with two rates: y = y₀ exp(a t), ∂y/∂y₀ = exp(a t), ∂y/∂a = t y.
  @Test func theGradientOfALinearEquationIsThatOfTheExponential() {
    let tape = Tape<Double>(.training)
    let initial = tape.input([1, 2])
    let weight = Parameter<Double>(name: "a", shape: [2, 2])
    weight.value.load([-1, 0, 0, 0.5])
    (initial.value[0], initial.value[1]) = (1.5, -0.4)
    let steps = AdaptiveSteps(absolute: 1e-12, relative: 1e-12)
    let result = tape.solution(
      from: initial, over: 0...2, by: ExplicitRungeKutta(.vern7),
      SolveOptions(steps: .adaptive(steps), saving: .hit(at: [1, 2]))
    ) { tape, _, state in tape.dense(state, weight: weight, bias: nil) }
    tape.forward()
    tape.backward(from: result.states, seed: [0, 0, 2, 3])
    #expect(result.solve.outcome == .finished && result.solve.trace.accepted.count > 5)
    let (decay, growth): (Double, Double) = (exp(-2.0), exp(1.0))
    let ends = [1.5 * decay, -0.4 * growth]
    // the tolerance of a dozen steps
    for (found, wanted) in zip(result.states.values.suffix(2), ends) {
      #expect(abs(found - wanted) < 1e-10)
    }
    for (found, wanted) in zip(initial.gradientValues, [2 * decay, 3 * growth]) {
      #expect(abs(found - wanted) < 1e-10)
    }
    #expect(abs(weight.gradient.values[0] - 2 * 2 * ends[0]) < 1e-10)
    #expect(abs(weight.gradient.values[3] - 3 * 2 * ends[1]) < 1e-10)
  }

  private struct Network {
    let first = Parameter<Double>(name: "first", shape: [5, 3])
    let second = Parameter<Double>(name: "second", shape: [3, 5])

    init() {
      first.value.load((0..<15).map { cos(Double($0)) })
      second.value.load((0..<15).map { sin(Double(2 * $0)) })
    }

    func rate(_ tape: Tape<Double>, _ y: Variable<Double>) -> Variable<Double> {
      tape.dense(
        tape.dense(y, weight: first, bias: nil, activation: .tanh), weight: second, bias: nil)
    }
  }

  private static let start = [0.3, -0.2, 0.9, 1, 0.4, -0.7]

  private func gradients(
    _ record: (Tape<Double>, Variable<Double>, Network) -> Variable<Double>
  ) -> [[Double]] {
    let tape = Tape<Double>(.training)
    let network = Network()
    let initial = tape.input([2, 3])
    for (index, value) in Self.start.enumerated() { initial.value[index] = value }
    let end = record(tape, initial, network)
    for _ in 0..<2 {
      tape.forward()
      tape.backward(from: end, seed: [1, 2, -1, 0.5, 0.2, -3])
    }
    return [
      end.values, initial.gradientValues, network.first.gradient.values,
      network.second.gradient.values,
    ]
  }

  @Test func theGradientIsThatOfStepsTapedOneByOne() {
    let (steps, h) = (4, 0.25)
    let solved = gradients { tape, initial, network in
      tape.solution(
        from: initial, over: 0...1, by: ExplicitRungeKutta(.rk4),
        SolveOptions(steps: .fixed(size: h))
      ) { tape, _, state in network.rate(tape, state) }.states
    }
    let unrolled = gradients { tape, initial, network in
      var y = initial
      for _ in 0..<steps {
        let k1 = network.rate(tape, y)
        let k2 = network.rate(tape, tape.sum(y, tape.scaled(k1, by: h / 2)))
        let k3 = network.rate(tape, tape.sum(y, tape.scaled(k2, by: h / 2)))
        let k4 = network.rate(tape, tape.sum(y, tape.scaled(k3, by: h)))
        let middle = tape.scaled(tape.sum(k2, k3), by: h / 3)
        y = tape.sum(y, tape.sum(middle, tape.scaled(tape.sum(k1, k4), by: h / 6)))
      }
      return y
    }
    for (a, b) in zip(solved, unrolled) {
      // both are exact but for rounding
      for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-13 * (1 + abs(y))) }
    }
  }

  @Test func aSolveThatFailsSaysWhereAndWhy() {
    let tape = Tape<Double>(.training)
    let initial = tape.input([1, 1])
    initial.value[0] = 1
    let result = tape.solution(
      from: initial, over: 0...2, by: ExplicitRungeKutta(.tsit5),
      SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-6, relative: 1e-6)), stepLimit: 3)
    ) { tape, _, state in tape.product(state, state) }
    tape.forward()
    #expect(result.states.values.allSatisfy { $0.isNaN })
    guard case .stepLimit(let time, 3) = result.solve.outcome else {
      Issue.record("\(result.solve.outcome)")
      return
    }
    #expect(
      tape.firstNotFinite()?.description
        == "InitialValueSolve made the first number that is not finite, element 0: tsit5: step limit "
        + "of 3 reached at t = \(time); raise it or loosen the tolerances")
  }

  @Test func aSecondPassAllocatesNothing() {
    let tape = Tape<Float>(.training)
    let initial = tape.input([2, 2])
    let weight = Parameter<Float>(name: "a", shape: [2, 2])
    weight.value.load([-1, 0, 0, 0.5])
    let end = tape.solution(
      from: initial, over: 0...1, by: ExplicitRungeKutta(.rk4),
      SolveOptions(steps: .fixed(size: 0.5))
    ) { tape, _, state in tape.dense(state, weight: weight, bias: nil) }.states
    tape.forward()
    tape.backward(from: end)
    let allocated = tape.pool.allocatedCount
    tape.forward()
    tape.backward(from: end)
    #expect(tape.pool.allocatedCount == allocated)
  }
}
