import Autodiff
import Networks
import Randomness

extension FFN {
  /// The layers. Of the first, the share of the flow parameters and the time is the same for all points
  /// of a sample and computed once.
  struct Core: QueryCore {
    let coordinates: PointCoordinates
    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let flowWeight: Parameter<Float>
    private let queryWeight: Parameter<Float>
    private let bias: Parameter<Float>
    private let normalisation: ActivationNormalisation
    private let rest: DenseStack

    init(_ recipe: FFN, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      (coordinates, normalisation) = (recipe.coordinates, recipe.normalisation)
      var set = ParameterSet<Float>(random: random)
      let (width, shared) = (recipe.width, flow.parameters + 1)
      let fanIn = Initialiser.fanIn(shared + 2)
      flowWeight = set.add("first.flow.weight", shape: [width, shared], fanIn)
      queryWeight = set.add("first.query.weight", shape: [width, 2], fanIn)
      bias = set.add("first.bias", shape: [width], fanIn)
      rest = DenseStack(
        "layers",
        widths: [Int](repeating: width, count: recipe.layers) + [recipe.channels.count],
        normalisation: normalisation, in: &set)
      parameters = set
    }

    func velocity(at points: QueryPoints, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let flowPart = tape.dense(
        tape.flattened([graph.parameters(of: flow), graph.time()]), weight: flowWeight,
        bias: bias)
      let queryPart = tape.dense(points.coordinates, weight: queryWeight, bias: nil)
      let isPlain = normalisation == .none
      var h = tape.outerSum(flowPart, queryPart, activation: isPlain ? .relu : .identity)
      if !isPlain { h = tape.rectifiedAtMean(h) }
      return tape.channelsFirst(
        rest(h, samples: h.sampleCount, on: tape), samples: graph.samples)
    }
  }
}
