import Autodiff
import Networks
import Randomness

extension AutoFFN {
  /// The layers and how they are joined.
  ///
  /// The first layer sees the whole field, which is the same for all points of a sample. It is
  /// therefore split: one product per sample for the field and the flow parameters, one per point
  /// for row and column, and a sum for every pair.
  struct Core: PointCore {
    let flow: FlowRole
    private let channels: VelocityChannels
    let coordinates = PointCoordinates.raw
    private(set) var parameters: ParameterSet<Float>
    private let field: Parameter<Float>
    private let query: Parameter<Float>
    private let bias: Parameter<Float>
    private let hidden: [Dense<Float>]
    private let last: Dense<Float>

    init(_ recipe: AutoFFN, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      channels = recipe.channels
      let (width, components) = (recipe.width, recipe.channels.count)
      var set = ParameterSet<Float>(random: random)
      let shared = components * flow.points + flow.parameters
      let fanIn = Initialiser.fanIn(shared + 2)
      field = set.add("first.field.weight", shape: [width, shared], fanIn)
      query = set.add("first.query.weight", shape: [width, 2], fanIn)
      bias = set.add("first.bias", shape: [width], fanIn)
      hidden = (1..<recipe.layers).map {
        Dense("hidden.\($0)", inputs: width, outputs: width, activation: .relu, in: &set)
      }
      last = Dense("answer", inputs: width, outputs: components, in: &set)
      parameters = set
    }

    func answer(
      to velocity: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
    ) -> Variable<Float> {
      let tape = graph.tape
      let sensors = tape.flattened([
        channels.components(of: velocity, on: tape), graph.parameters(of: flow),
      ])
      var h = tape.outerSum(
        tape.dense(sensors, weight: field, bias: bias),
        tape.dense(points.coordinates, weight: query, bias: nil), activation: .relu)
      for layer in hidden { h = layer(h, on: tape) }
      return tape.channelsFirst(last(h, on: tape), samples: graph.samples)
    }
  }
}
