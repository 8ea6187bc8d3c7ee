import Autodiff
import Networks
import Randomness
import Solvers

/// How the stochastic equation of a model is solved and penalised, and where its noise comes from.
struct StochasticChoices {
  /// What a solve gives to a network.
  struct Solved {
    /// The states at the saved times, [times, …state].
    let states: Variable<Float>
    /// The weighted penalty, [1]; nil without any, and on a graph for inference.
    let penalty: Variable<Float>?
  }

  /// Attempted steps after which a solve is given up; one of the published sort takes some 150.
  private static let stepLimit = 5000

  let solver: StochasticSolverKind
  /// Absolute and relative.
  var tolerance: Double
  /// Tolerances under which the trained network is judged again.
  let testTolerances: [Double]
  let regulariser: StochasticRegulariser
  let aggregate: StepRegulariser.Aggregate
  let weight: Double
  /// The noise of predictions: the same paths for every sample that is asked alone, so that no
  /// prediction depends on what was asked before.
  let noise: RandomStream

  /// Records the solve from `initial`, which `graph` then watches. Each training step has noise of its
  /// own.
  ///
  /// - Parameters:
  ///   - initial: [rows, features], a row a trajectory
  ///   - clock: when states are saved; nil for t = 1 alone, from 0
  ///   - graph: where it is recorded
  ///   - drift: f
  ///   - diffusion: g
  /// - Returns: states and penalty
  func solve(
    from initial: Variable<Float>, at clock: SolveClock?, in graph: SampleGraph,
    drift: Tape<Float>.StateField, diffusion: Tape<Float>.StateField
  ) -> Solved {
    let tape = graph.tape
    let noise = BrownianNoise(noise, renewal: .byCaller)
    graph.beforeEachStep("noise") { stream in
      noise.restart(under: stream.stream(Int(truncatingIfNeeded: stream.next())))
    }
    let result = tape.stochasticSolution(
      from: clock.map { tape.shifted(initial, by: $0.validity) } ?? initial,
      over: clock?.span ?? 0...1, by: solver.method,
      SolveOptions(
        steps: .adaptive(AdaptiveSteps(absolute: tolerance, relative: tolerance)),
        saving: clock.map { .interpolated(at: $0.times) } ?? .end, stepLimit: Self.stepLimit),
      noise: noise, regularisers: regulariser.steps(aggregate), local: regulariser.local,
      drift: drift, diffusion: diffusion)
    graph.watch(result.solve)
    if let clock {
      let solve = result.solve
      clock.follower = { times in
        solve.retime(over: times[0]...times[times.count - 1], saving: times)
      }
    }
    let penalty = tape.mode == .training ? result.penalties : nil
    return Solved(
      states: result.states, penalty: penalty.map { tape.scaled($0, by: Float(weight)) })
  }

  /// These choices under each of the tolerances of the test, with the variant's name.
  var variants: [(name: String, choices: StochasticChoices)] {
    testTolerances.map { tolerance in
      var choices = self
      choices.tolerance = tolerance
      return ("tolerance-\(tolerance)", choices)
    }
  }
}
