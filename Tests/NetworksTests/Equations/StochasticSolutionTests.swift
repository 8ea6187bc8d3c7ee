import Autodiff
import Foundation
import Networks
import Randomness
import Solvers
import Tensors
import Testing

/// A stochastic solve on a tape beside steps taped one by one and beside differences along one
/// path.
@Suite struct StochasticSolutionTests {
  init() { BLAS.pinToOneThread() }

  /// f = W₂ tanh(W₁ y), g = D y + W₂ tanh(W₁ y) / 5, so that both share parameters.
  private struct Network {
    let first = Parameter<Double>(name: "first", shape: [5, 3])
    let second = Parameter<Double>(name: "second", shape: [3, 5])
    let noise = Parameter<Double>(name: "noise", shape: [3, 3])

    init() {
      first.value.load((0..<15).map { cos(Double($0)) })
      second.value.load((0..<15).map { sin(Double(2 * $0)) })
      noise.value.load((0..<9).map { 0.3 * sin(Double(3 * $0 + 1)) })
    }

    var all: [Parameter<Double>] { [first, second, noise] }

    func drift(_ tape: Tape<Double>, _ y: Variable<Double>) -> Variable<Double> {
      tape.dense(
        tape.dense(y, weight: first, bias: nil, activation: .tanh), weight: second, bias: nil)
    }

    func diffusion(_ tape: Tape<Double>, _ y: Variable<Double>) -> Variable<Double> {
      tape.sum(
        tape.dense(y, weight: noise, bias: nil), tape.scaled(drift(tape, y), by: 0.2))
    }
  }

  private static let start = [0.3, -0.2, 0.9, 1, 0.4, -0.7]
  private static let weights = [1, 2, -1, 0.5, 0.2, -3.0]
  private static let measure = ErrorMeasure(tolerances: Tolerances(absolute: 0.1, relative: 0.1))
  private static let stream = RandomStream(seed: 4).stream("stochastic-solution")

  private func input(_ tape: Tape<Double>) -> Variable<Double> {
    let initial = tape.input([2, 3])
    for (index, value) in Self.start.enumerated() { initial.value[index] = value }
    return initial
  }

  private func solution(
    _ tape: Tape<Double>, _ network: Network, _ options: SolveOptions, noise: BrownianNoise,
    by method: any ReversibleStochasticMethod = StochasticRungeKutta(.sosri),
    regularisers: [StepRegulariser] = [], local: StochasticLocalPenalty? = nil,
    from initial: Variable<Double>
  ) -> StochasticResult<Double> {
    tape.stochasticSolution(
      from: initial, over: 0...1, by: method, options, noise: noise, regularisers: regularisers,
      local: local, drift: { tape, _, y in network.drift(tape, y) },
      diffusion: { tape, _, y in network.diffusion(tape, y) })
  }

  @Test func theGradientIsThatOfStepsTapedOneByOne() {
    let (steps, h) = (4, 0.25)
    let noise = BrownianNoise(Self.stream, renewal: .byCaller, path: .tree)
    func gradients(
      _ record: (Tape<Double>, Variable<Double>, Network) -> Variable<Double>
    ) -> [[Double]] {
      let (tape, network) = (Tape<Double>(.training), Network())
      let initial = input(tape)
      let end = record(tape, initial, network)
      for _ in 0..<2 {
        tape.forward()
        tape.backward(from: end, seed: Self.weights)
      }
      return [end.values, initial.gradientValues] + network.all.map(\.gradient.values)
    }
    let solved = gradients { tape, initial, network in
      solution(
        tape, network, SolveOptions(steps: .fixed(size: h)), noise: noise,
        by: SimpleStochasticMethod.eulerMaruyama, from: initial
      ).states
    }
    let path = VirtualBrownianTree(count: 6, span: 0...1, stream: noise.stream)
    let unrolled = gradients { tape, initial, network in
      (0..<steps).reduce(initial) { y, step in
        var (motion, integral) = (
          [Double](repeating: 0, count: 6), [Double](repeating: 0, count: 6)
        )
        path.increment(
          from: h * Double(step), to: h * Double(step + 1), motion: &motion, integral: &integral)
        let shock = tape.product(network.diffusion(tape, y), tape.constant([2, 3], motion))
        return tape.sum(tape.sum(y, tape.scaled(network.drift(tape, y), by: h)), shock)
      }
    }
    for (a, b) in zip(solved, unrolled) {
      // both are exact but for rounding
      for (x, y) in zip(a, b) { #expect(abs(x - y) < 1e-13 * (1 + abs(y))) }
    }
  }

  @Test(arguments: [SRITableau.sosri, .sosri2])
  func theGradientOfStatesAndPenaltiesIsThatOfDifferencesAlongThePath(tableau: SRITableau) {
    let (tape, network) = (Tape<Double>(.training), Network())
    let initial = input(tape)
    let stiffness =
      tableau.stabilitySize == nil ? [] : [StepRegulariser(.stiffness, .mean, .none)]
    let result = tape.stochasticSolution(
      from: initial, over: 0...1, by: StochasticRungeKutta(tableau),
      SolveOptions(
        steps: .adaptive(AdaptiveSteps(measure: Self.measure)), saving: .interpolated(at: [0.4, 1])),
      noise: BrownianNoise(Self.stream, renewal: .byCaller, path: .tree), sequence: .frozen,
      regularisers: [
        StepRegulariser(.error, .mean, .stepSize), StepRegulariser(.error, .maximum, .none),
      ] + stiffness,
      drift: { tape, _, y in network.drift(tape, y) },
      diffusion: { tape, _, y in network.diffusion(tape, y) })
    guard let penalties = result.penalties else {
      Issue.record("no penalties")
      return
    }
    let parts = [result.states, penalties].map { part in
      let weights = (0..<part.count).map { 0.5 + sin(Double(2 * $0)) }
      return tape.sum(
        tape.product(part, tape.constant(part.shape, weights)), over: Array(part.shape.indices))
    }
    let loss = tape.sum(parts[0], parts[1])
    tape.forward()
    #expect(result.solve.trace.accepted.count > 3)
    tape.forward()
    tape.backward(from: loss)
    let (gradients, d) = (network.all.map(\.gradient.values), 1e-5)
    for (parameter, gradient) in zip(network.all, gradients) {
      for index in stride(from: 0, to: parameter.count, by: 4) {
        let old = parameter.value.start[index]
        let values = [old + d, old - d].map { value in
          parameter.value.start[index] = value
          tape.forward()
          return loss.value[0]
        }
        parameter.value.start[index] = old
        let expected = (values[0] - values[1]) / (2 * d)
        // d² f''' / 6 + ε |f| / d of a loss of size 10
        #expect(abs(gradient[index] - expected) < 1e-7 * (1 + abs(expected)))
      }
    }
  }

  @Test func everyPassHasNoiseOfItsOwnUnlessTheCallerHoldsIt() {
    let (tape, network) = (Tape<Double>(.training), Network())
    let noise = BrownianNoise(Self.stream)
    let end = solution(
      tape, network, SolveOptions(steps: .fixed(size: 0.25)), noise: noise, from: input(tape)
    ).states
    let values = (0..<2).map { _ in
      tape.forward()
      return end.values
    }
    #expect(values[0] != values[1])
    noise.renewal = .byCaller
    tape.forward()
    #expect(end.values == values[1])
    noise.renew()
    tape.forward()
    #expect(end.values != values[1])
    // Other tapes of the same stream see the same noise.
    let (again, other) = (Tape<Double>(.inference), Network())
    let repeated = solution(
      again, other, SolveOptions(steps: .fixed(size: 0.25)), noise: BrownianNoise(Self.stream),
      from: input(again)
    ).states
    again.forward()
    #expect(repeated.values == values[0])
  }

  @Test func rowsAreTrajectoriesWithNoiseOfTheirOwn() {
    let tape = Tape<Double>(.training)
    let initial = tape.input([1, 1])
    initial.value[0] = 1
    let rows = tape.rows(PointList([0, 0, 0]), of: initial)
    let growth = Parameter<Double>(name: "growth", shape: [1, 1])
    growth.value.load([0.4])
    let result = tape.stochasticSolution(
      from: rows, over: 0...1, by: StochasticRungeKutta(.sosri),
      SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 0.1, relative: 0.1))),
      noise: BrownianNoise(Self.stream),
      drift: { tape, _, y in tape.dense(y, weight: growth, bias: nil) },
      diffusion: { tape, _, y in tape.scaled(y, by: 0.5) })
    tape.forward()
    tape.backward(from: result.states)
    #expect(Set(result.states.values).count == 3)
    // The equation is linear: the gradient of the sum by the one initial value is the sum itself.
    let sum = result.states.values.reduce(0, +)
    #expect(abs(initial.gradientValues[0] - sum) < 1e-12 * sum)
    let (work, attempts) = (result.solve.trace.work, result.solve.trace.attempts.count)
    #expect(work.evaluations == 4 * attempts + 2 && work.diffusionEvaluations == work.evaluations)
  }

  @Test(
    arguments: StochasticLocalPenalty.Place.allCases,
    [LocalRegulariser.FirstStage.attached, .detached])
  func theLocalPenaltyIsOneStepWithItsOwnNoiseAndCost(
    place: StochasticLocalPenalty.Place, firstStage: LocalRegulariser.FirstStage
  ) {
    let (tape, network) = (Tape<Double>(.training), Network())
    let initial = input(tape)
    let result = solution(
      tape, network, SolveOptions(steps: .adaptive(AdaptiveSteps(measure: Self.measure))),
      noise: BrownianNoise(Self.stream),
      local: StochasticLocalPenalty(at: place, firstStage: firstStage),
      from: initial)
    guard let penalties = result.penalties else {
      Issue.record("no penalty")
      return
    }
    tape.forward()
    let starts = result.solve.trace.accepted.dropFirst().map(\.time)
    guard let step = result.solve.localStep else {
      Issue.record("no step")
      return
    }
    #expect(place == .anywhere || starts.contains(step.time))
    #expect(penalties.values == [step.errorEstimate * step.size])
    let (work, attempts) = (result.solve.trace.work, result.solve.trace.attempts.count)
    #expect(work.evaluations == 4 * attempts + 2)
    #expect(result.solve.localWork.evaluations == 6)
    #expect(result.solve.localWork.diffusionEvaluations == 6)
    tape.backward(from: penalties)
    // The state at the start of the step is a constant.
    #expect(initial.gradientValues.allSatisfy { $0 == 0 })
    #expect(network.noise.gradient.values.contains { $0 != 0 })
  }

  @Test func aSolveThatFailsSaysWhereAndWhy() {
    let tape = Tape<Double>(.training)
    let initial = tape.input([1, 1])
    initial.value[0] = 1
    let result = tape.stochasticSolution(
      from: initial, over: 0...2, by: StochasticRungeKutta(.sosri),
      SolveOptions(steps: .adaptive(AdaptiveSteps(absolute: 1e-3, relative: 1e-3)), stepLimit: 3),
      noise: BrownianNoise(Self.stream, renewal: .byCaller),
      regularisers: [StepRegulariser(.error, .mean, .stepSize)],
      drift: { tape, _, y in tape.product(y, y) }, diffusion: { _, _, y in y })
    tape.forward()
    let numbers = result.states.values + (result.penalties?.values ?? [])
    #expect(numbers.count == 2 && numbers.allSatisfy { $0.isNaN })
    tape.backward(from: result.states)
    #expect(initial.gradientValues[0].isNaN)
    guard case .stepLimit(let time, 3) = result.solve.outcome else {
      Issue.record("\(result.solve.outcome)")
      return
    }
    #expect(
      tape.firstNotFinite()?.description
        == "StochasticSolve made the first number that is not finite, element 0: sosri: t = "
        + "\(time): step limit of 3 reached; expected the end of the span before; raise the limit or "
        + "loosen the tolerances.")
  }

  @Test func aSecondPassAllocatesNothing() {
    let (tape, network) = (Tape<Double>(.training), Network())
    let end = solution(
      tape, network, SolveOptions(steps: .fixed(size: 0.5)), noise: BrownianNoise(Self.stream),
      from: input(tape)
    ).states
    tape.forward()
    tape.backward(from: end)
    let allocated = tape.pool.allocatedCount
    tape.forward()
    tape.backward(from: end)
    #expect(tape.pool.allocatedCount == allocated)
  }
}
