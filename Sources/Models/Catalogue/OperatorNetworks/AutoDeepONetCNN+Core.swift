import Autodiff
import Networks
import Randomness

extension AutoDeepONetCNN {
  /// The convolutions, the trunk and the layers after their product.
  struct Core: PointCore {
    private static let halvings = 4
    private static let trunkLayers = 4
    /// The smallest height or width, which leaves one pixel of the branch.
    static let leastSide = 1 << halvings

    let flow: FlowRole
    let coordinates = PointCoordinates.shifted
    private(set) var parameters: ParameterSet<Float>
    private let convolutions: [Convolution<Float>]
    private let trunk: DenseStack
    private let head: DenseStack

    init(_ recipe: AutoDeepONetCNN, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      var set = ParameterSet<Float>(random: random)
      // one before the halvings, one for each, one after them
      convolutions = (0..<Self.halvings + 2).map { index in
        Convolution(
          "branch.\(index)", inputs: index == 0 ? 3 + flow.parameters : recipe.width,
          outputs: recipe.width, kernel: [5, 5], ConvolutionGeometry(padding: [2, 2]), in: &set)
      }
      let features = recipe.width * (flow.height >> Self.halvings) * (flow.width >> Self.halvings)
      trunk = DenseStack(
        "trunk",
        widths: [2] + [Int](repeating: recipe.trunkWidth, count: Self.trunkLayers) + [features],
        in: &set)
      head = DenseStack(
        "head", widths: [features, recipe.headWidth, recipe.headWidth, recipe.channels.count],
        in: &set)
      parameters = set
    }

    func answer(
      to velocity: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let branch = tape.flattened([features(of: graph.image(of: velocity, flow), on: tape)])
      let pattern = graph.shared { trunk(points.coordinates, on: $0) }
      return tape.channelsFirst(
        head(tape.outerProduct(branch, pattern), on: tape), samples: graph.samples)
    }

    private func features(of image: Variable<Float>, on tape: Tape<Float>) -> Variable<Float> {
      var h = convolutions[0](image, on: tape)
      for convolution in convolutions[1...Self.halvings] {
        h = tape.maximum(of: convolution(h, on: tape), in: PoolingWindow([2, 2]))
        h = tape.activated(h, by: .relu)
      }
      return convolutions[Self.halvings + 1](h, on: tape)
    }
  }
}
