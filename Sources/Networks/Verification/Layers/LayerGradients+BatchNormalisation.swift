import Autodiff

extension LayerGradients {
  static let batchNormalisation = LayerGradients(
    "BatchNormalisation",
    [
      GradientCase("layer-batch-normalisation") { tape, inputs in
        let layer = inputs.layer("batch") {
          BatchNormalisation("batch", channels: 3, activation: .tanh, in: &$0)
        }
        return layer(inputs.variable("x", [3, 3, 4]), on: tape)
      }
    ])
}
