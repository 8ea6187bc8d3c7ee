import Autodiff
import Networks
import Randomness

extension DeepONet {
  /// The branch and the trunk.
  struct Core: QueryCore {
    let coordinates: PointCoordinates
    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let components: Int
    private let branch: DenseStack
    private let time: Dense<Float>
    private let query: Dense<Float>
    private let trunk: DenseStack
    private let bias: Parameter<Float>

    init(_ recipe: DeepONet, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      (coordinates, components) = (recipe.coordinates, recipe.channels.count)
      var set = ParameterSet<Float>(random: random)
      let width = recipe.width
      branch = DenseStack(
        "branch",
        widths: [flow.parameters] + [Int](repeating: width, count: recipe.layers - 1)
          + [components * width],
        normalisation: recipe.normalisation, in: &set)
      time = Dense("trunk.time", inputs: 1, outputs: width, in: &set)
      query = Dense("trunk.query", inputs: 2, outputs: width, in: &set)
      trunk = DenseStack(
        "trunk", widths: [Int](repeating: width, count: recipe.layers),
        normalisation: recipe.normalisation, in: &set)
      bias = set.add("bias", shape: [1], .constant(0))
      parameters = set
    }

    func velocity(at points: QueryPoints, in graph: SampleGraph) -> Variable<Float> {
      let (tape, samples) = (graph.tape, graph.samples)
      let weights = branch(graph.parameters(of: flow), samples: samples, on: tape)
      let start = tape.outerSum(
        time(graph.time(), on: tape), query(points.coordinates, on: tape), activation: .identity)
      let features = trunk(start, samples: samples, on: tape)
      let width = features.elementsPerSample
      let sums = tape.matrixProduct(
        tape.reshaped(weights, to: [samples, components, width]),
        tape.reshaped(features, to: [samples, points.list.count, width]), transposing: .second)
      return tape.shifted(sums, by: tape.parameter(bias))
    }
  }
}
