import Autodiff
import Networks
import Randomness

extension ResNet {
  /// The blocks, one after the other.
  struct Core: StepCore {
    private struct Block {
      let name: String
      let first: Convolution<Float>
      let second: Convolution<Float>
      let skip: PointwiseConvolution<Float>?
    }

    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let blocks: [Block]
    private let dropout: Double

    init(_ recipe: ResNet, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      dropout = recipe.dropout
      var set = ParameterSet<Float>(random: random)
      let edge = recipe.kernelSize
      let geometry = ConvolutionGeometry(
        padding: [edge / 2, edge / 2], paddingMode: .replicate)
      // u, v and mask come in, u and v go out
      let widths =
        [3 + flow.parameters] + [Int](repeating: recipe.width, count: recipe.blocks + 1) + [2]
      blocks = zip(widths, widths.dropFirst()).enumerated().map { index, ends in
        let name = "blocks.\(index)"
        return Block(
          name: name,
          first: Convolution<Float>(
            "\(name).first", inputs: ends.0, outputs: recipe.hiddenWidth, kernel: [edge, edge],
            geometry, in: &set),
          second: Convolution<Float>(
            "\(name).second", inputs: recipe.hiddenWidth, outputs: ends.1, kernel: [edge, edge],
            geometry, in: &set),
          skip: index > 0 && index <= recipe.blocks
            ? nil
            : PointwiseConvolution<Float>(
              "\(name).skip", inputs: ends.0, outputs: ends.1, in: &set))
      }
      parameters = set
    }

    func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      blocks.reduce(graph.image(of: velocity, flow)) { record($1, on: $0, in: graph) }
    }

    private func record(
      _ block: Block, on x: Variable<Float>, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let wide = graph.dropped(
        block.first(x, on: tape), probability: dropout, "\(block.name).dropout")
      let narrow = block.second(tape.activated(wide, by: .gelu), on: tape)
      guard let skip = block.skip else { return tape.sum(narrow, x) }
      return skip(x, addend: narrow, on: tape)
    }
  }
}
