import Tensors

extension GradientCatalogue {
  static let layers: [GradientCase] = [
    GradientCase("attention") { tape, inputs in
      tape.attention(
        query: inputs.variable("q", [2, 2, 3, 4]), key: inputs.variable("k", [2, 2, 5, 4]),
        value: inputs.variable("v", [2, 2, 5, 3]))
    },
    GradientCase("attention-to-itself") { tape, inputs in
      let x = inputs.variable("x", [1, 2, 4, 3])
      return tape.attention(query: x, key: x, value: x)
    },
    GradientCase("attention-masked-biased") { tape, inputs in
      // two windows of two samples; the second window forbids a pair
      let mask: [Double] = [0, 0, 0, 0, 0, 0, 0, -.infinity, 0, 0.5, 0, 0]
      return tape.attention(
        query: inputs.variable("q", [4, 3, 2, 4]), key: inputs.variable("k", [4, 3, 3, 4]),
        value: inputs.variable("v", [4, 3, 3, 2]), mask: tape.constant([2, 2, 3], mask),
        bias: inputs.variable("bias", [3, 2, 3]))
    },
    GradientCase("gated-recurrence") { tape, inputs in
      tape.gatedRecurrence(
        inputs.variable("x", [4, 2, 9], in: -2...2), from: inputs.variable("h", [2, 3]),
        weight: inputs.parameter("u", [9, 3]), bias: inputs.parameter("c", [9]))
    },
    GradientCase("memory-recurrence") { tape, inputs in
      tape.memoryRecurrence(
        inputs.variable("x", [4, 2, 12], in: -2...2), from: inputs.variable("h", [2, 3]),
        cell: inputs.variable("cell", [2, 3]), weight: inputs.parameter("u", [12, 3]),
        bias: inputs.parameter("b", [12]))
    },
  ]
}
