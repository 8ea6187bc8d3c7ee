import Autodiff
import Networks

// The inputs of a plane flow's role.
extension SampleGraph {
  /// [samples, 2, height, width] in m/s
  func velocity(of flow: FlowRole) -> Variable<Float> {
    input("velocity", shape: flow.velocityShape)
  }

  /// [samples, 1, height, width], 1 in the fluid
  func mask(of flow: FlowRole) -> Variable<Float> {
    input("mask", shape: [1, flow.height, flow.width])
  }

  /// [samples, parameters]
  func parameters(of flow: FlowRole) -> Variable<Float> {
    input("parameters", shape: [flow.parameters])
  }

  /// [samples, 1]
  func time() -> Variable<Float> { input("time", shape: [1]) }

  /// `velocity`, the mask and the flow parameters as the channels of an image.
  func image(of velocity: Variable<Float>, _ flow: FlowRole) -> Variable<Float> {
    tape.joined(
      [velocity, mask(of: flow)]
        + (flow.parameters == 0
          ? [] : [tape.spread(parameters(of: flow), over: [flow.height, flow.width])]))
  }
}
