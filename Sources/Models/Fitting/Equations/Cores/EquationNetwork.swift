import Autodiff
import Networks
import Solvers

/// The network around the equation of `core`.
struct EquationNetwork<Core: EquationCore>: FieldNetwork {
  let core: Core
  var recorder: EquationRecorder

  var parameters: ParameterSet<Float> { core.parameters }

  func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
    core.predictions(from: solution(from: core.start(in: graph), in: graph).states, in: graph)
  }

  /// The loss of the task with the penalty; in a graph for inference without.
  func loss(in graph: SampleGraph) -> MeanLoss<Float> {
    let start = core.start(in: graph)
    let solution = solution(from: start, in: graph)
    let loss = core.loss(of: core.predictions(from: solution.states, in: graph), in: graph)
    let whole = [start.loss, solution.penalty].reduce(loss) { sum, part in
      part.map { graph.tape.sum(sum, $0) } ?? sum
    }
    return graph.tape.meanLoss(whole, samples: graph.samples)
  }

  private func solution(
    from start: EquationStart, in graph: SampleGraph
  ) -> EquationRecorder.Solution {
    let solution = recorder.record(
      EquationRecorder.Equation(
        initial: start.state, span: start.span, times: start.times,
        penalisedFeatures: start.penalisedFeatures,
        rate: core.rate(from: start, by: ParameterCast())),
      in: graph)
    if let read = start.readTimes {
      let clock = solution.clock
      graph.whenLoaded { clock.set(times: read()) }
    }
    return solution
  }
}

extension EquationNetwork: VariableNetwork {
  /// The settings of the test that its choices name.
  var variants: [(name: String, network: EquationNetwork)] {
    recorder.choices.variants.map { name, choices in
      var network = self
      network.recorder.choices = choices
      return (name, network)
    }
  }

  var facts: [String: String] { recorder.choices.facts }
}

extension EquationNetwork: PreciseNetwork {
  /// From the initial states that Float finds.
  func preciseSolve(in graph: SampleGraph) -> any RecordedSolve {
    let own = SampleGraph(.inference, samples: graph.samples)
    let start = core.start(in: own)
    own.takeSamples(of: graph)
    own.forward()
    let clock = EquationClock(span: start.span, times: start.times)
    clock.set(times: start.readTimes?() ?? [])
    let tape = Tape<Double>(.inference)
    let rate = core.rate(from: start, by: ParameterCast<Double>())
    let choices = recorder.choices
    let result = tape.solution(
      from: tape.constant(start.state.shape, start.state.values.map { Double($0) }),
      over: clock.span, by: choices.solver.method,
      choices.options(choices.fixedSteps, over: clock.span, saving: clock.times)
    ) { tape, time, state in
      rate(tape, tape.curve(time, slope: nil), tape.curve(state, slope: nil)).value
    }
    tape.forward()
    return result.solve
  }
}
