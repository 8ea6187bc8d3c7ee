import Autodiff
import Networks
import Randomness
import Tensors

extension FNO {
  /// The layers and how they are joined.
  struct Network: FieldNetwork {
    private struct Block {
      let spectral: SpectralConvolution<Float>
      let pointwise: PointwiseConvolution<Float>
    }

    let recipe: FNO
    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let lift: PointwiseConvolution<Float>
    private let blocks: [Block]
    private let widen: PointwiseConvolution<Float>
    private let answer: PointwiseConvolution<Float>

    init(_ recipe: FNO, flow: FlowRole, random: RandomStream) {
      self.recipe = recipe
      self.flow = flow
      let width = recipe.width
      var set = ParameterSet<Float>(random: random)
      // u, v, mask, row, column
      lift = PointwiseConvolution(
        "lift", inputs: 5 + flow.parameters, outputs: width, in: &set)
      let modes = [recipe.modes, recipe.modes]
      blocks = (0..<recipe.layers).map { index in
        Block(
          spectral: SpectralConvolution<Float>(
            "blocks.\(index).spectral", inputs: width, outputs: width, modes: modes, in: &set),
          pointwise: PointwiseConvolution<Float>(
            "blocks.\(index).pointwise", inputs: width, outputs: width, activation: .gelu,
            in: &set))
      }
      widen = PointwiseConvolution(
        "widen", inputs: width, outputs: recipe.projection, activation: .gelu, in: &set)
      answer = PointwiseConvolution("answer", inputs: recipe.projection, outputs: 2, in: &set)
      parameters = set
    }

    func predictions(in graph: SampleGraph) -> [String: Variable<Float>] {
      ["velocity": velocity(after: lastVelocity(in: graph), in: graph)]
    }

    func loss(in graph: SampleGraph) -> NormalisedSquareError<Float> {
      let tape = graph.tape
      var predictions: [Variable<Float>] = []
      var targets: [Variable<Float>] = []
      for step in 1...recipe.unrolledSteps {
        let last = predictions.last ?? disturbedVelocity(in: graph)
        predictions.append(velocity(after: last, in: graph))
        let target = graph.target(
          Unrolling.target(step), shape: [2, flow.height, flow.width])
        targets.append(tape.masked(target, by: mask(in: graph)))
      }
      let isSingle = recipe.unrolledSteps == 1
      return tape.normalisedSquareError(
        prediction: isSingle ? predictions[0] : tape.joined(predictions),
        target: isSingle ? targets[0] : tape.joined(targets), weighting: recipe.loss)
    }

    private func mask(in graph: SampleGraph) -> Variable<Float> {
      graph.input("mask", shape: [1, flow.height, flow.width])
    }

    private func lastVelocity(in graph: SampleGraph) -> Variable<Float> {
      graph.input("velocity", shape: [2, flow.height, flow.width])
    }

    /// The input's velocity plus `inputNoise` times its root mean square times normal noise, drawn
    /// anew for each training step; validation leaves the noise at zero.
    private func disturbedVelocity(in graph: SampleGraph) -> Variable<Float> {
      let input = lastVelocity(in: graph)
      guard recipe.inputNoise > 0 else { return input }
      let tape = graph.tape
      let noise = tape.constant(input.shape)
      let level = Float(recipe.inputNoise)
      graph.beforeEachStep("noise") { random in
        for index in 0..<noise.count { noise.value[index] = level * Float(random.normal()) }
      }
      return tape.sum(input, tape.multiplied(noise, bySample: tape.rootMeanSquare(input)))
    }

    private func velocity(after input: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let speed = recipe.scaling == .perSample ? tape.rootMeanSquare(input) : nil
      let scaled = speed.map { tape.divided(input, bySample: $0) } ?? input
      var hidden = lift(features(scaled, in: graph), on: tape)
      for block in blocks {
        hidden = block.pointwise(hidden, addend: block.spectral(hidden, on: tape), on: tape)
      }
      var velocity = answer(widen(hidden, on: tape), on: tape)
      if let speed { velocity = tape.multiplied(velocity, bySample: speed) }
      if recipe.output == .residual { velocity = tape.sum(input, velocity) }
      return tape.masked(velocity, by: mask(in: graph))
    }

    private func features(_ velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let parameters = graph.input("parameters", shape: [flow.parameters])
      return tape.joined([
        velocity, mask(in: graph), tape.constant(grid(samples: graph.samples)),
        tape.spread(parameters, over: [flow.height, flow.width]),
      ])
    }

    /// Row and column of each point, each from 0 to 1.
    private func grid(samples: Int) -> Tensor {
      let (height, width) = (flow.height, flow.width)
      let rows = (0..<flow.points).map { Float($0 / width) / Float(max(height - 1, 1)) }
      let columns = (0..<flow.points).map { Float($0 % width) / Float(max(width - 1, 1)) }
      let sample = rows + columns
      return Tensor(
        shape: [samples, 2, height, width],
        values: (0..<samples).flatMap { _ in sample })
    }
  }
}
