import Autodiff
import Networks
import Solvers

/// Records solves of ordinary equations into graphs, with the penalty that training adds to the loss.
struct EquationRecorder {
  /// How solves are made.
  var choices: EquationChoices
  /// The published weights of this kind of network.
  let weights: [RegulariserKind: Annealing]

  /// What was recorded.
  struct Solution {
    /// The states at the saved times, [times, samples, features].
    let states: Variable<Float>
    /// The penalty with its weight at the step, [1]; nil when there is none.
    let penalty: Variable<Float>?
    /// When the solve begins, ends and saves.
    let clock: EquationClock
  }

  /// What a solve is of.
  struct Equation {
    /// y₀, [samples, features].
    let initial: Variable<Float>
    /// From t₀ to t₁.
    let span: ClosedRange<Double>
    /// The saved times; the end alone without any.
    var times: [Double] = []
    /// The leading features that `taylor` and `kinetic` look at; nil for all.
    var penalisedFeatures: Int?
    /// f, which may use parameters and constants of the tape that it is given, and is recorded more than
    /// once where a penalty asks for derivatives.
    let rate: Tape<Float>.JetRate
  }

  /// Records a solve of `equation` and lets the graph watch it. Penalties, retiming and adaptive steps of a
  /// distilled network are of graphs for training alone.
  func record(_ equation: Equation, in graph: SampleGraph) -> Solution {
    let clock = EquationClock(span: equation.span, times: equation.times)
    let pass = EquationPass(choices: choices, equation: equation, graph: graph, clock: clock)
    guard graph.tape.mode == .training else {
      let result = pass.solve(steps: choices.fixedSteps)
      graph.watch(result.solve)
      return Solution(states: result.states, penalty: nil, clock: clock)
    }
    let (states, penalty) = pass.regularised()
    return Solution(
      states: states, penalty: penalty.map { weighted($0, in: graph) }, clock: clock)
  }

  /// `penalty` times its weight at each step.
  private func weighted(_ penalty: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
    let course = choices.regulariser.course(published: weights)
    let weight = graph.tape.constant([1])
    weight.value[0] = Float(course.first)
    let steps = graph.trainingSteps
    graph.beforeEachStep { weight.value[0] = Float(course.value(at: $0, of: steps)) }
    return graph.tape.product(weight, penalty)
  }
}
