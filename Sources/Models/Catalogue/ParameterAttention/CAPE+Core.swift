import Autodiff
import Networks
import Randomness

extension CAPE {
  /// The attention and the backbone behind it.
  struct Core: StepCore {
    private let flow: FlowRole
    private(set) var parameters: ParameterSet<Float>
    private let attention: ParameterAttention
    private let mix: PointwiseConvolution<Float>
    private let backbone: any StepCore

    init(_ recipe: CAPE, flow: FlowRole, random: RandomStream) {
      self.flow = flow
      var set = ParameterSet<Float>(random: random)
      attention = ParameterAttention(
        flow: flow, width: recipe.width, modes: recipe.modes, in: &set)
      mix = PointwiseConvolution("cape.mix", inputs: 4, outputs: 2, in: &set)
      backbone = recipe.backbone(on: flow, random.stream("backbone"))
      set.add(backbone.parameters)
      parameters = set
    }

    func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
      let tape = graph.tape
      let estimate = attention(velocity, graph.parameters(of: flow), on: tape)
      return backbone.answer(to: mix(tape.joined([velocity, estimate]), on: tape), in: graph)
    }
  }

  /// The backbone, which does not see the flow parameters.
  private func backbone(on flow: FlowRole, _ random: RandomStream) -> any StepCore {
    let blind = FlowRole(height: flow.height, width: flow.width, parameters: 0)
    switch backbone {
    case .fno:
      var fno = FNO()
      (fno.width, fno.modes) = (backboneWidth, backboneModes)
      return FNO.Core(fno, flow: blind, random: random)
    case .uNet:
      var unet = UNet()
      unet.width = backboneWidth
      return UNet.Core(unet, flow: blind, random: random)
    }
  }
}
