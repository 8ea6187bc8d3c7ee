import Autodiff

extension LayerGradients {
  static let pointwiseConvolution = LayerGradients(
    "PointwiseConvolution",
    [
      GradientCase("layer-pointwise-convolution") { tape, inputs in
        let layer = inputs.layer("pointwise") {
          PointwiseConvolution("pointwise", inputs: 3, outputs: 4, activation: .tanh, in: &$0)
        }
        return layer(inputs.variable("x", [2, 3, 4, 5]), on: tape)
      }
    ])
}
