import Autodiff
import Networks
import Randomness
import Tensors

extension NeuralSDE {
  /// Tells the class of an image from where a stochastic equation takes it.
  struct Classes: StochasticNetwork {
    let parameters: ParameterSet<Float>
    private let shape: ImageShape
    private let encoder: Dense<Float>
    private let equation: DriftDiffusion
    private let decoder: Dense<Float>
    var choices: StochasticChoices
    private let trajectories: TrajectoryCount

    init(
      shape: ImageShape, width: Int, hidden: Int, _ choices: StochasticChoices,
      _ trajectories: TrajectoryCount, random: RandomStream
    ) {
      var parameters = ParameterSet<Float>(random: random)
      encoder = PlainLayer("encoder", inputs: shape.pixels, outputs: width, in: &parameters).layer
      equation = DriftDiffusion(width: width, hidden: hidden, in: &parameters)
      decoder = PlainLayer("decoder", inputs: width, outputs: shape.classes, in: &parameters).layer
      self.parameters = parameters
      (self.shape, self.choices, self.trajectories) = (shape, choices, trajectories)
    }

    /// The mean over trajectories of the logits, [samples, classes], and the penalty.
    private func logits(
      for purpose: TrajectoryCount.Purpose, in graph: SampleGraph
    ) -> (values: Variable<Float>, penalty: Variable<Float>?) {
      let (tape, samples) = (graph.tape, graph.samples)
      let pixels = tape.reshaped(
        graph.input("image", shape: shape.image), perSample: [shape.pixels])
      let solved = choices.solve(
        from: trajectories.rows(of: encoder(pixels, on: tape), for: purpose, in: graph), at: nil,
        in: graph,
        drift: { tape, _, z in equation.drift(z, on: tape) },
        diffusion: { tape, _, z in equation.diffusion(z, on: tape) })
      let count = trajectories.count(for: purpose)
      let width = solved.states.shape[2]
      let logits = decoder(
        tape.reshaped(solved.states, to: [samples * count, width]), on: tape)
      guard count > 1 else { return (logits, solved.penalty) }
      let all = tape.reshaped(logits, to: [samples, count, shape.classes])
      return (tape.mean(all, over: [1]), solved.penalty)
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
      ["logits": logits(for: .prediction, in: graph).values]
    }

    func loss(in graph: SampleGraph) -> MeanLoss<Float> {
      let (tape, logits) = (graph.tape, logits(for: .loss, in: graph))
      let entropy = graph.crossEntropy(logits.values)
      return tape.meanLoss(
        logits.penalty.map { tape.sum(entropy, $0) } ?? entropy, samples: graph.samples)
    }
  }
}
