import Autodiff

extension LayerGradients {
  static let transposedConvolution = LayerGradients(
    "TransposedConvolution",
    [
      GradientCase("layer-transposed-convolution") { tape, inputs in
        let layer = inputs.layer("transposed") {
          TransposedConvolution(
            "transposed", inputs: 3, outputs: 2, kernel: [2, 2],
            ConvolutionGeometry(stride: [2, 2]),
            in: &$0)
        }
        return layer(inputs.variable("x", [2, 3, 3, 2]), on: tape)
      }
    ])
}
