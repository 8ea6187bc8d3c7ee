import Autodiff

extension LayerGradients {
  static let instanceNormalisation = LayerGradients(
    "InstanceNormalisation",
    [
      GradientCase("layer-instance-normalisation") { tape, inputs in
        let layer = InstanceNormalisation<Double>(activation: .gelu)
        return layer(inputs.variable("x", [2, 3, 5]), on: tape)
      }
    ])
}
