import Tensors

extension GradientCatalogue {
  static let products: [GradientCase] =
    Activation.smooth.map { activation in
      GradientCase("dense-\(activation.rawValue)") { tape, inputs in
        // 300 rows are more than one block
        tape.dense(
          inputs.variable("x", [300, 4]), weight: inputs.parameter("w", [3, 4]),
          bias: inputs.parameter("b", [3]), activation: activation)
      }
    }
    + Activation.smooth.map { activation in
      GradientCase("timed-dense-\(activation.rawValue)") { tape, inputs in
        tape.dense(
          inputs.variable("x", [5, 4]), beside: inputs.variable("t", [5, 1]),
          weight: inputs.parameter("w", [3, 5]), bias: inputs.parameter("b", [3]),
          activation: activation)
      }
    }
    + Activation.smooth.map { activation in
      GradientCase("pointwise-\(activation.rawValue)") { tape, inputs in
        let x = inputs.variable("x", [2, 3, 4, 5])
        let path = tape.pointwise(
          x, weight: inputs.parameter("v", [4, 3]), bias: inputs.parameter("b", [4]))
        return tape.pointwise(
          x, weight: inputs.parameter("w", [4, 3]), bias: inputs.parameter("b", [4]), addend: path,
          activation: activation)
      }
    }
    + Tape<Double>.Transposition.allCases.flatMap { transposition in
      [[2], [], [2, 3]].map { batch in
        GradientCase("matrix-product-\(transposition)-\(batch.count)") { tape, inputs in
          tape.matrixProduct(
            inputs.variable("a", batch + (transposition == .first ? [4, 3] : [3, 4])),
            inputs.variable("b", batch + (transposition == .second ? [5, 4] : [4, 5])),
            transposing: transposition)
        }
      }
    }
    + Tape<Double>.Transposition.allCases.map { transposition in
      GradientCase("matrix-product-\(transposition)-shared") { tape, inputs in
        tape.matrixProduct(
          inputs.variable("a", [2] + (transposition == .first ? [4, 3] : [3, 4])),
          inputs.variable("b", transposition == .second ? [5, 4] : [4, 5]),
          transposing: transposition)
      }
    }
    + [
      GradientCase("channel-dot") { tape, inputs in
        tape.channelDot(inputs.variable("branch", [3, 4]), inputs.variable("trunk", [5, 4]))
      },
      GradientCase("dense-through-layers") { tape, inputs in
        // the third layer has the weights of the second
        let second = DenseLayer(
          weight: inputs.parameter("v", [3, 3]), bias: inputs.parameter("c", [3]),
          activation: .gelu)
        return tape.dense(
          inputs.variable("x", [300, 4]),
          through: [
            DenseLayer(
              weight: inputs.parameter("w", [3, 4]), bias: inputs.parameter("b", [3]),
              activation: .tanh), second, second,
            DenseLayer(weight: inputs.parameter("u", [2, 3]), bias: nil),
          ])
      },
      GradientCase("dense-without-bias") { tape, inputs in
        tape.dense(
          inputs.variable("x", [5, 4]), weight: inputs.parameter("w", [3, 4]), bias: nil)
      },
    ]
    + [(6, 7, 2, 3), (4, 4, 2, 3), (9, 8, 3, 2)].map { height, width, m1, m2 in
      GradientCase("spectral-\(height)x\(width)") { tape, inputs in
        tape.spectral(
          inputs.variable("x", [3, 2, height, width]),
          weight: inputs.parameter("r", [2 * m1, m2, 2, 2, 3]))
      }
    }
    + [
      GradientCase("spectral-8") { tape, inputs in
        tape.spectral(
          inputs.variable("x", [3, 2, 8]), weight: inputs.parameter("r", [5, 2, 2, 3]))
      },
      GradientCase("spectral-4x3x5") { tape, inputs in
        tape.spectral(
          inputs.variable("x", [2, 2, 4, 3, 5]),
          weight: inputs.parameter("r", [4, 2, 2, 2, 2, 3]))
      },
    ]
}

extension Activation {
  /// Those without a kink.
  static var smooth: [Activation] { allCases.filter { $0 != .relu } }
}
