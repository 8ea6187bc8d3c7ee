import Autodiff

extension LayerGradients {
  static let convolution = LayerGradients(
    "Convolution",
    [
      GradientCase("layer-convolution") { tape, inputs in
        let geometry = ConvolutionGeometry(
          stride: [2, 1], padding: [1, 1], paddingMode: .replicate)
        let layer = inputs.layer("convolution") {
          Convolution(
            "convolution", inputs: 2, outputs: 3, kernel: [3, 3], geometry, activation: .tanh,
            in: &$0)
        }
        return layer(inputs.variable("x", [2, 2, 5, 4]), on: tape)
      }
    ])

  static let transposedConvolution = LayerGradients(
    "TransposedConvolution",
    [
      GradientCase("layer-transposed-convolution") { tape, inputs in
        let layer = inputs.layer("transposed") {
          TransposedConvolution(
            "transposed", inputs: 3, outputs: 2, kernel: [2, 2],
            ConvolutionGeometry(stride: [2, 2]), in: &$0)
        }
        return layer(inputs.variable("x", [2, 3, 3, 2]), on: tape)
      }
    ])
}
