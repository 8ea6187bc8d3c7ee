import Autodiff

extension LayerGradients {
  static let convolution = LayerGradients(
    "Convolution",
    [
      GradientCase("layer-convolution-2d") { tape, inputs in
        let layer = inputs.layer("convolution") {
          Convolution(
            "convolution", inputs: 2, outputs: 3, kernel: [3, 3],
            ConvolutionGeometry(padding: [1, 1], paddingMode: .periodic), activation: .tanh, in: &$0
          )
        }
        return layer(inputs.variable("x", [2, 2, 5, 4]), on: tape)
      },
      GradientCase("layer-convolution-groups") { tape, inputs in
        let layer = inputs.layer("grouped") {
          Convolution(
            "grouped", inputs: 4, outputs: 6, kernel: [3],
            ConvolutionGeometry(stride: [2], groups: 2),
            hasBias: false, in: &$0)
        }
        return layer(inputs.variable("x", [2, 4, 7]), on: tape)
      },
    ])
}
