import Foundation
import Randomness
import Solvers
import Testing

/// Gradients of stochastic solves beside central differences along the same noise and steps, and
/// beside the sensitivities integrated forward.
@Suite struct StochasticRecordTests {
  private static let methods: [any ReversibleStochasticMethod] =
    SRITableau.catalogue.map { StochasticRungeKutta($0) } + SimpleStochasticMethod.allCases
  private static let (initial, parameters) = ([0.7, -0.4], [1.3, 0.8, 0.5, 0.6])
  private static let measure = ErrorMeasure(tolerances: Tolerances(absolute: 1e-2, relative: 1e-1))
  private static let saved = SolveOptions.Saving.interpolated(at: [0, 0.13, 0.5, 0.6, 1])

  private static var path: VirtualBrownianTree {
    VirtualBrownianTree(count: 2, span: 0...1, stream: RandomStream(seed: 11).stream("record"))
  }

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

  private static func seed(_ solution: Solution<Double>) -> GradientSeed<Double> {
    let steps = solution.trace.accepted.count
    return GradientSeed(
      states: solution.states.enumerated().map {
        [Double($0.offset + 1) * 2 * $0.element[0], -Double($0.offset + 1)]
      },
      errorEstimates: (0..<steps).map { Double($0 + 2) },
      eigenvalueEstimates: (0..<steps).map { _ in 0.1 })
  }

  /// Central differences with step d have an error of d² f''' / 6 + ε |f| / d: near 1e-9 for d =
  /// 1e-5 and losses of size 10 that are smooth on the scale 1.
  private static let difference = 1e-5
  private static let tolerance = 1e-7

  private static func expectGradient(
    of method: any ReversibleStochasticMethod, _ options: SolveOptions
  ) {
    let path = path
    func value(_ x: [Double]) -> Double {
      let system = NoisyOscillator(Array(x[2...]))
      return loss(method.solve(system.problem(Array(x[..<2])), along: path, options))
    }
    let system = NoisyOscillator(parameters)
    let record = method.record(system.problem(initial), along: path, options)
    let ours = record.backward(seed(record.solution), system.transpose) + system.gradient
    for index in ours.indices {
      var (above, below) = (initial + parameters, initial + parameters)
      above[index] += difference
      below[index] -= difference
      let expected = (value(above) - value(below)) / (2 * difference)
      #expect(
        abs(ours[index] - expected) < tolerance * (1 + abs(expected)),
        "\(method.name) \(index): \(ours[index]) for \(expected)")
    }
  }

  @Test func theGradientOfEqualStepsIsThatOfTheNumbersReturned() {
    for method in Self.methods {
      Self.expectGradient(
        of: method,
        SolveOptions(steps: .fixed(size: 0.21, measure: Self.measure), saving: Self.saved))
    }
  }

  @Test func theGradientOfFrozenAdaptiveStepsIsThatOfTheNumbersReturned() {
    for method in Self.methods where method.controller != nil {
      let steps = AdaptiveSteps(measure: Self.measure, firstStep: .given(0.9))
      let free = method.solve(
        NoisyOscillator(Self.parameters).problem(Self.initial), along: Self.path,
        SolveOptions(steps: .adaptive(steps)))
      #expect(free.trace.rejectedCount > 0 && free.trace.accepted.count > 1, "\(method.name)")
      let ends = free.trace.accepted.dropFirst().map(\.time) + [1]
      Self.expectGradient(
        of: method,
        SolveOptions(steps: .given(ends: ends, measure: Self.measure), saving: Self.saved))
    }
  }

  @Test func theGradientIsThatOfSensitivitiesIntegratedForward() {
    for method in Self.methods {
      let options = SolveOptions(steps: .fixed(size: 0.1))
      let system = NoisyOscillator(Self.parameters)
      let record = method.record(system.problem(Self.initial), along: Self.path, options)
      let ours =
        record.backward(GradientSeed(states: [[1, -2]]), system.transpose) + system.gradient
      let forward = method.solve(
        system.sensitivities(Self.initial), along: RepeatedPath(Self.path, times: 7), options
      ).last
      for index in ours.indices {
        let expected = forward[2 * index + 2] - 2 * forward[2 * index + 3]
        // Both are exact but for rounding.
        #expect(
          abs(ours[index] - expected) < 1e-12 * (1 + abs(expected)), "\(method.name) \(index)")
      }
    }
  }

  @Test func theGradientOfRegularisersIsThatOfTheirValues() {
    let path = Self.path
    let options = SolveOptions(steps: .fixed(size: 0.13, measure: Self.measure))
    let method = StochasticRungeKutta(.sosri2)
    for heuristic in [StepRegulariser.Heuristic.error, .stiffness] {
      for aggregate in [StepRegulariser.Aggregate.sum, .mean, .maximum] {
        for weighting in [StepRegulariser.Weighting.none, .stepSize] {
          let regulariser = StepRegulariser(heuristic, aggregate, weighting)
          func value(_ parameter: Double) -> Double {
            var p = Self.parameters
            p[1] = parameter
            let solution = method.solve(
              NoisyOscillator(p).problem(Self.initial), along: path, options)
            return regulariser.value(
              solution.trace.accepted, stabilitySize: method.stabilitySize)
          }
          let system = NoisyOscillator(Self.parameters)
          let record = method.record(system.problem(Self.initial), along: path, options)
          let seed = regulariser.seed(
            record.solution.trace.accepted, stabilitySize: method.stabilitySize, as: Double.self)
          _ = record.backward(seed, system.transpose)
          let (d, p) = (Self.difference, Self.parameters[1])
          let expected = (value(p + d) - value(p - d)) / (2 * d)
          #expect(
            abs(system.gradient[1] - expected) < Self.tolerance * (1 + abs(expected)),
            "\(regulariser)")
        }
      }
    }
  }

  @Test func aRecordInTheMemoryOfAnotherHasTheSameBits() {
    let system = NoisyOscillator(Self.parameters)
    let options = SolveOptions(steps: .adaptive(AdaptiveSteps(measure: Self.measure)))
    let method = StochasticRungeKutta(.sosri)
    var older: StochasticRecord<Double>?
    let gradients = (0..<2).map { _ in
      let record = method.record(
        system.problem(Self.initial), along: Self.path, options, reusing: older)
      older = record
      return record.backward(GradientSeed(states: [[1, 1]]), system.transpose)
    }
    #expect(gradients[0] == gradients[1])
  }

  @Test func theLocalGradientIsThatOfItsValueWhenTheFirstStageIsAttached() {
    let stream = RandomStream(seed: 2).stream("local")
    for method in Self.methods where method.controller != nil {
      let regulariser = StochasticLocalRegulariser(method: method, measure: Self.measure)
      let evaluation = regulariser.evaluate(
        NoisyOscillator(Self.parameters).problem(Self.initial), from: [0.9, 0.3], at: 0.25,
        noise: stream)
      func gradient(_ firstStage: LocalRegulariser.FirstStage) -> [Double] {
        let system = NoisyOscillator(Self.parameters)
        let evaluation = regulariser.evaluate(
          system.problem(Self.initial), from: [0.9, 0.3], at: 0.25, noise: stream)
        evaluation.backward(factor: 2, firstStage: firstStage, system.transpose)
        return system.gradient
      }
      let h = evaluation.step.size
      #expect(evaluation.step.errorEstimate > 0 && h > 0 && h < 0.75)
      #expect(evaluation.work.evaluations == (method.name == "euler-heun" ? 4 : 6))
      let (attached, detached) = (gradient(.attached), gradient(.detached))
      #expect(attached != detached)
      for index in attached.indices {
        let values = [1.0, -1].map { sign in
          var p = Self.parameters
          p[index] += sign * Self.difference
          // The step and its noise are constants to the gradient.
          let path = BrownianWalk(count: 2, span: 0.25...0.25 + h, stream: stream)
          let problem = StochasticProblem(
            initial: [0.9, 0.3], span: 0.25...0.25 + h,
            drift: NoisyOscillator(p).problem([0]).drift,
            diffusion: NoisyOscillator(p).problem([0]).diffusion)
          return method.solve(
            problem, along: path, SolveOptions(steps: .fixed(size: 1, measure: Self.measure))
          ).trace.accepted[0].errorEstimate
        }
        let expected = 2 * h * (values[0] - values[1]) / (2 * Self.difference)
        #expect(abs(attached[index] - expected) < Self.tolerance * (1 + abs(expected)))
      }
    }
  }

  @Test func aRecordedSolveHasTheBitsOfASolve() {
    let options = SolveOptions(
      steps: .adaptive(AdaptiveSteps(measure: Self.measure)), saving: .everyStep)
    let problem = NoisyOscillator(Self.parameters).problem(Self.initial)
    let method = StochasticRungeKutta(.sosri2)
    let (solved, recorded) = (
      method.solve(problem, along: Self.path, options),
      method.record(problem, along: Self.path, options).solution
    )
    #expect(solved.states == recorded.states && solved.trace == recorded.trace)
  }
}
