import Autodiff
import Networks
import Randomness

extension AutoDeepONet {
  /// The branch and the trunk.
  struct Core: PointCore {
    let flow: FlowRole
    let coordinates = PointCoordinates.shifted
    private(set) var parameters: ParameterSet<Float>
    private let channels: VelocityChannels
    private let branch: DenseStack
    private let dot: TrunkDot

    init(_ recipe: AutoDeepONet, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      channels = recipe.channels
      var set = ParameterSet<Float>(random: random)
      let (width, components) = (recipe.width, channels.count)
      branch = DenseStack(
        "branch",
        widths: [components * flow.points + flow.parameters]
          + [Int](repeating: width, count: recipe.layers - 1) + [components * width],
        in: &set)
      dot = TrunkDot(width: width, layers: recipe.layers, components: components, in: &set)
      parameters = set
    }

    func answer(
      to velocity: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let sensors = tape.flattened([
        channels.components(of: velocity, on: tape), graph.parameters(of: flow),
      ])
      return dot(branch(sensors, on: tape), at: points, in: graph)
    }
  }
}
