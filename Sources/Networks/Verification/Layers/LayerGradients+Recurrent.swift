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

  static let backwardEncoder = LayerGradients(
    "BackwardEncoder",
    [
      GradientCase("layer-backward-encoder") { tape, inputs in
        let layer = inputs.layer("encoder") {
          BackwardEncoder("encoder", features: 2, width: 3, hidden: 4, update: .observed, in: &$0)
        }
        // the second sample has nothing at the middle time
        let mask = tape.constant([2, 3, 2], [1, 0, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1])
        let times = tape.constant([2, 3], [0, 0.3, 1, 0, 0.3, 1])
        return layer(inputs.variable("x", [2, 3, 2]), mask: mask, times: times, on: tape)
      }
    ])
}
