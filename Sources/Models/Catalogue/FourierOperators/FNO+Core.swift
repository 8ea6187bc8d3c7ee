import Autodiff
import Networks
import Randomness
import Tensors

extension FNO {
  /// The layers and how they are joined.
  struct Core: StepCore {
    private struct Block {
      let spectral: SpectralConvolution<Float>
      let pointwise: PointwiseConvolution<Float>
    }

    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let lift: PointwiseConvolution<Float>
    private let blocks: [Block]
    private let widen: PointwiseConvolution<Float>
    private let last: PointwiseConvolution<Float>

    init(_ recipe: FNO, flow: FlowRole, random: RandomStream) {
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
      last = PointwiseConvolution("answer", inputs: recipe.projection, outputs: 2, in: &set)
      parameters = set
    }

    func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      var hidden = lift(features(velocity, in: graph), on: tape)
      for block in blocks {
        hidden = block.pointwise(hidden, addend: block.spectral(hidden, on: tape), on: tape)
      }
      return last(widen(hidden, on: tape), on: tape)
    }

    private func features(_ velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let grid = tape.constant(grid(samples: graph.samples))
      let known = [velocity, graph.mask(of: flow), grid]
      guard flow.parameters > 0 else { return tape.joined(known) }
      let parameters = graph.parameters(of: flow)
      return tape.joined(known + [tape.spread(parameters, over: [flow.height, flow.width])])
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
