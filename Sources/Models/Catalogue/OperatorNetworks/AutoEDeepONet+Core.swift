import Autodiff
import Networks
import Randomness

extension AutoEDeepONet {
  /// The two branches and the trunk.
  struct Core: PointCore {
    let flow: FlowRole
    let coordinates = PointCoordinates.shifted
    private(set) var parameters: ParameterSet<Float>
    private let channels: VelocityChannels
    private let fieldBranch: DenseStack
    private let parameterBranch: DenseStack
    private let dot: TrunkDot

    init(_ recipe: AutoEDeepONet, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      channels = recipe.channels
      var set = ParameterSet<Float>(random: random)
      let (width, components) = (recipe.width, channels.count)
      let rest =
        [Int](repeating: width, count: recipe.layers - 1) + [components * width]
      fieldBranch = DenseStack(
        "branch.field", widths: [components * flow.points] + rest, in: &set)
      parameterBranch = DenseStack(
        "branch.parameters", widths: [flow.parameters] + rest, in: &set)
      dot = TrunkDot(width: width, layers: recipe.layers, components: components, in: &set)
      parameters = set
    }

    func answer(
      to velocity: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let field = tape.flattened([channels.components(of: velocity, on: tape)])
      let product = tape.product(
        fieldBranch(field, on: tape), parameterBranch(graph.parameters(of: flow), on: tape))
      return dot(product, at: points, in: graph)
    }
  }
}
