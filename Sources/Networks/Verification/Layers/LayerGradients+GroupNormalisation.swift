import Autodiff

extension LayerGradients {
  static let groupNormalisation = LayerGradients(
    "GroupNormalisation",
    [
      GradientCase("layer-group-normalisation") { tape, inputs in
        let layer = inputs.layer("group") {
          GroupNormalisation("group", channels: 4, groups: 2, in: &$0)
        }
        return layer(inputs.variable("x", [2, 4, 3]), on: tape)
      }
    ])
}
