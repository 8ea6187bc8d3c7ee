import Autodiff
import Networks
import Randomness

extension UNet {
  /// The layers on velocity, mask and flow parameters.
  struct Core: StepCore {
    let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let layers: UNetLayers
    private let condition: Dense<Float>?

    init(_ recipe: UNet, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      var set = ParameterSet<Float>(random: random)
      let atInput = recipe.entrance == .input
      layers = UNetLayers(
        inputs: 3 + (atInput ? flow.parameters : 0), outputs: 2, width: recipe.width,
        recipe.normalisation, in: &set)
      condition =
        atInput || flow.parameters == 0
        ? nil
        : Dense(
          "condition", inputs: flow.parameters, outputs: layers.coarsestChannels, in: &set)
      parameters = set
    }

    func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      guard let condition else { return layers(graph.image(of: velocity, flow), on: graph.tape) }
      let image = graph.tape.joined([velocity, graph.mask(of: flow)])
      let shift = condition(graph.parameters(of: flow), on: graph.tape)
      return layers(image, shift: shift, on: graph.tape)
    }
  }
}
