import Autodiff
import Networks
import Randomness
import Tensors

extension NeuralSDE {
  /// Learns an equation from the moments of its trajectories.
  struct Moments: StochasticNetwork {
    let parameters: ParameterSet<Float>
    private let shape: MomentShape
    private let equation: DriftDiffusion
    var choices: StochasticChoices
    private let trajectories: TrajectoryCount

    init(
      shape: MomentShape, hidden: Int, _ choices: StochasticChoices,
      _ trajectories: TrajectoryCount, random: RandomStream
    ) {
      var parameters = ParameterSet<Float>(random: random)
      equation = DriftDiffusion(width: shape.components, hidden: hidden, in: &parameters)
      self.parameters = parameters
      (self.shape, self.choices, self.trajectories) = (shape, choices, trajectories)
    }

    /// Mean and variance at each time, [samples, times, components], and the penalty.
    private func moments(
      for purpose: TrajectoryCount.Purpose, in graph: SampleGraph
    ) -> (mean: Variable<Float>, variance: Variable<Float>, penalty: Variable<Float>?) {
      let tape = graph.tape
      let initial = graph.input("initial", shape: [shape.components])
      let clock = SolveClock(graph.input("times", shape: [shape.times]), in: graph)
      let solved = choices.solve(
        from: trajectories.rows(of: initial, for: purpose, in: graph), at: clock, in: graph,
        drift: { tape, _, z in equation.drift(tape.power(z, 3), on: tape) },
        diffusion: { tape, _, z in equation.diffusion(z, on: tape) })
      let count = trajectories.count(for: purpose)
      let all = [shape.times, graph.samples, count, shape.components]
      let states = tape.reshaped(solved.states, to: all)
      let mean = tape.mean(states, over: [2])
      let deviations = tape.difference(states, tape.repeated(mean, along: [2], to: all))
      let squares = tape.sum(tape.product(deviations, deviations), over: [2])
      let variance = tape.scaled(squares, by: 1 / Float(max(count - 1, 1)))
      return (
        tape.permuted(mean, axes: [1, 0, 2]), tape.permuted(variance, axes: [1, 0, 2]),
        solved.penalty
      )
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
      let moments = moments(for: .prediction, in: graph)
      return ["mean": moments.mean, "variance": moments.variance]
    }

    func loss(in graph: SampleGraph) -> MeanLoss<Float> {
      let (tape, moments) = (graph.tape, moments(for: .loss, in: graph))
      let size = [shape.times, shape.components]
      let errors = tape.sum(
        tape.meanSquareError(moments.mean, target: graph.target("mean", shape: size)),
        tape.meanSquareError(moments.variance, target: graph.target("variance", shape: size)))
      return tape.meanLoss(
        moments.penalty.map { tape.sum(errors, $0) } ?? errors, samples: graph.samples)
    }
  }
}
