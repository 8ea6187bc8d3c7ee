import Autodiff

extension LayerGradients {
  static let batchNormalisation = LayerGradients(
    "BatchNormalisation",
    [
      GradientCase("layer-batch-normalisation") { tape, inputs in
        let layer = inputs.layer("batch") {
          BatchNormalisation("batch", channels: 3, activation: .tanh, in: &$0)
        }
        return layer(inputs.variable("x", [4, 3, 5]), on: tape)
      }
    ])

  static let groupNormalisation = LayerGradients(
    "GroupNormalisation",
    [
      GradientCase("layer-group-normalisation") { tape, inputs in
        let layer = inputs.layer("group") {
          GroupNormalisation("group", channels: 4, groups: 2, in: &$0)
        }
        return layer(inputs.variable("x", [2, 4, 3, 2]), on: tape)
      }
    ])

  static let instanceNormalisation = LayerGradients(
    "InstanceNormalisation",
    [
      GradientCase("layer-instance-normalisation") { tape, inputs in
        InstanceNormalisation()(inputs.variable("x", [2, 3, 7]), on: tape)
      }
    ])

  static let layerNormalisation = LayerGradients(
    "LayerNormalisation",
    [
      GradientCase("layer-layer-normalisation") { tape, inputs in
        let layer = inputs.layer("rows") {
          LayerNormalisation("rows", axes: [6], in: &$0)
        }
        return layer(inputs.variable("x", [3, 6]), on: tape)
      }
    ])
}
