import Autodiff

extension LayerGradients {
  static let multiHeadAttention = LayerGradients(
    "MultiHeadAttention",
    [
      GradientCase("layer-multi-head-self") { tape, inputs in
        let layer = inputs.layer("attention") {
          MultiHeadAttention("attention", width: 4, heads: 2, in: &$0)
        }
        let mask = MultiHeadAttention<Double>.causalMask(3, on: tape)
        return layer(inputs.variable("x", [2, 3, 4]), mask: mask, on: tape)
      },
      GradientCase("layer-multi-head-cross") { tape, inputs in
        let layer = inputs.layer("attention") {
          MultiHeadAttention("attention", width: 4, contextWidth: 3, heads: 2, in: &$0)
        }
        return layer(
          inputs.variable("x", [2, 3, 4]), context: inputs.variable("y", [2, 5, 3]), on: tape)
      },
    ])

  static let windowedAttention = LayerGradients(
    "WindowedAttention",
    [WindowedAttention<Double>.Wrapping.separated, .periodic].map { wrapping in
      GradientCase("layer-windowed-attention-\(wrapping)") { tape, inputs in
        let layer = inputs.layer("windows") {
          WindowedAttention(
            "windows", channels: 2, heads: 2, edge: 2, shift: 1, wrapping: wrapping, in: &$0)
        }
        return layer(inputs.variable("x", [2, 2, 4, 4]), on: tape)
      }
    })
}
