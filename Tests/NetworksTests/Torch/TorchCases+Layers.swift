import Autodiff
import Networks
import Tensors

extension TorchCases {
  static var layers: [String: Record] {
    [
      "attention": { v, tape in
        tape.attention(query: v["q"], key: v["k"], value: v["v"], mask: v["mask"])
      },
      "multi-head-self": { v, tape in
        let layer = v.layer { MultiHeadAttention("layer", width: 6, heads: 2, in: &$0) }
        return layer(v["x"], on: tape)
      },
      "multi-head-causal": { v, tape in
        let layer = v.layer { MultiHeadAttention("layer", width: 6, heads: 3, in: &$0) }
        return layer(v["x"], mask: MultiHeadAttention.causalMask(4, on: tape), on: tape)
      },
      "multi-head-cross": { v, tape in
        let layer = v.layer {
          MultiHeadAttention("layer", width: 6, contextWidth: 5, heads: 2, in: &$0)
        }
        return layer(v["x"], context: v["y"], on: tape)
      },
      "windowed-plain": { v, tape in windowed(v, tape, shift: 0, .separated) },
      "windowed-shifted": { v, tape in windowed(v, tape, shift: 1, .separated) },
      "windowed-periodic": { v, tape in windowed(v, tape, shift: 1, .periodic) },
      "gru": { v, tape in
        let layer = v.layer { GRU("layer", inputs: 3, width: 4, in: &$0) }
        return layer(v["x"], from: v["h"], on: tape)
      },
      "lstm": { v, tape in
        let layer = v.layer { LSTM("layer", inputs: 3, width: 4, in: &$0) }
        let y = layer(v["x"], from: .init(hidden: v["h"], cell: v["c"]), on: tape)
        return tape.concatenated([y.hidden, tape.slice(y.cell, axis: 0, 4..<5)], axis: 0)
      },
      "embedding": { v, tape in
        let layer = v.layer { Embedding("layer", words: 5, width: 3, in: &$0) }
        return layer(v.indices, on: tape)
      },
      "film": { v, tape in
        let layer = v.layer { FiLM("layer", conditions: 5, channels: 3, in: &$0) }
        return layer(v["x"], condition: v["z"], on: tape)
      },
    ]
  }

  private static func windowed(
    _ v: TorchInputs, _ tape: Tape<Double>, shift: Int,
    _ wrapping: WindowedAttention<Double>.Wrapping
  ) -> Variable<Double> {
    let layer = v.layer {
      WindowedAttention(
        "layer", channels: 4, heads: 2, edge: 2, shift: shift, wrapping: wrapping, in: &$0)
    }
    return layer(v["x"], on: tape)
  }

  static var jets: [String: Record] {
    Dictionary(
      uniqueKeysWithValues: [ElementFunction.tanh, .gelu, .silu, .sin, .softplus].map { function in
        (
          "laplacian-\(function.rawValue)",
          { v, tape in
            let x = tape.jet(of: v["x"], order: .sum(weights: [1, 1]))
            let hidden = tape.dense(x, weight: v.parameter("w1"), bias: v.parameter("b1"))
            let u = tape.dense(
              tape.mapped(hidden, by: function), weight: v.parameter("w2"),
              bias: v.parameter("b2"))
            return u.second ?? u.value
          }
        )
      })
  }
}
