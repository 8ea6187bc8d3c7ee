import Autodiff

extension LayerGradients {
  static let layerNormalisation = LayerGradients(
    "LayerNormalisation",
    [
      GradientCase("layer-layer-normalisation") { tape, inputs in
        let layer = inputs.layer("layer") {
          LayerNormalisation("layer", axes: [3, 4], in: &$0)
        }
        return layer(inputs.variable("x", [2, 3, 4]), on: tape)
      }
    ])
}
