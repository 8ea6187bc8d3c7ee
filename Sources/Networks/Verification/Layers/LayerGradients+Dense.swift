import Autodiff

extension LayerGradients {
  static let dense = LayerGradients(
    "Dense",
    [
      GradientCase("layer-dense") { tape, inputs in
        let layer = inputs.layer("dense") {
          Dense("dense", inputs: 4, outputs: 3, activation: .gelu, in: &$0)
        }
        return layer(inputs.variable("x", [5, 4]), on: tape)
      }
    ])
}
