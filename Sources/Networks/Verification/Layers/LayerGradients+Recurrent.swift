import Autodiff

extension LayerGradients {
  static let gru = LayerGradients(
    "GRU",
    [
      GradientCase("layer-gru") { tape, inputs in
        let layer = inputs.layer("gru") { GRU("gru", inputs: 2, width: 3, in: &$0) }
        return layer(
          inputs.variable("x", [4, 2, 2]), from: inputs.variable("h", [2, 3]), on: tape)
      }
    ])

  static let lstm = LayerGradients(
    "LSTM",
    [
      GradientCase("layer-lstm") { tape, inputs in
        let layer = inputs.layer("lstm") { LSTM("lstm", inputs: 2, width: 3, in: &$0) }
        let y = layer(inputs.variable("x", [4, 2, 2]), on: tape)
        return tape.sum(y.hidden, y.cell)
      }
    ])
}
