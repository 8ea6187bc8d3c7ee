import Tensors

extension GradientCatalogue {
  /// Losses of second derivatives, as physics-informed networks have.
  static let jets: [GradientCase] =
    [
      GradientCase("polynomial") { tape, inputs in
        tape.polynomial(inputs.variable("x", [2, 3]), [0.5, -1, 2, 0.25])
      },
      GradientCase("stacked-product") { tape, inputs in
        tape.stackedProduct(inputs.variable("a", [6, 3]), inputs.variable("b", [2, 3]))
      },
      GradientCase("stacked-dot") { tape, inputs in
        tape.stackedDot(
          inputs.variable("a", [6, 2]), inputs.variable("b", [6, 2]), weights: [1, -2, 0.5])
      },
      GradientCase("stacked-dot-with-itself") { tape, inputs in
        let a = inputs.variable("a", [6, 2])
        return tape.stackedDot(a, a, weights: [1, -2, 0.5])
      },
      GradientCase("jet-each") { tape, inputs in
        all(network(tape, inputs, .tanh, order: .each), on: tape)
      },
      GradientCase("jet-timed") { tape, inputs in
        let time = tape.constant([5, 1], [0.1, 0.3, 0.5, 0.7, 0.9])
        let one = tape.constant([5, 1], [Double](repeating: 1, count: 5))
        let x = tape.curve(
          inputs.variable("x", [5, 3]), slope: inputs.variable("slope", [5, 3]),
          second: inputs.variable("second", [5, 3]))
        let layer = tape.dense(
          x, beside: tape.curve(time, slope: one, carriesSecond: true),
          weight: inputs.parameter("w", [2, 4]), bias: inputs.parameter("b", [2]),
          activation: .tanh)
        return all(tape.columns(0..<1, of: layer), on: tape)
      },
      GradientCase("jet-product") { tape, inputs in
        let u = network(tape, inputs, .tanh, order: .sum(weights: [1, 1]))
        return all(tape.product(tape.sum(u, u), tape.mapped(u, by: .sin)), on: tape)
      },
    ]
    + ElementFunction.allCases.map { function in
      GradientCase("jet-laplacian-\(function.rawValue)") { tape, inputs in
        all(network(tape, inputs, function, order: .sum(weights: [1, 1])), on: tape)
      }
    }

  /// Two layers on five points of the plane; the functions' arguments are positive.
  static func network(
    _ tape: Tape<Double>, _ inputs: GradientInputs, _ function: ElementFunction,
    order: Jet<Double>.SecondOrder
  ) -> Jet<Double> {
    let x = tape.jet(of: inputs.variable("x", [5, 2], in: 0.2...1), order: order)
    let hidden = tape.dense(
      x, weight: inputs.parameter("w1", [4, 2], in: 0.2...0.8),
      bias: inputs.parameter("b1", [4], in: 0.2...0.6))
    return tape.dense(
      tape.mapped(hidden, by: function), weight: inputs.parameter("w2", [3, 4]),
      bias: inputs.parameter("b2", [3]))
  }

  /// Value, slopes and second derivatives one under the other.
  private static func all(_ jet: Jet<Double>, on tape: Tape<Double>) -> Variable<Double> {
    tape.concatenated([jet.value, jet.slopes, jet.second].compactMap(\.self), axis: 0)
  }
}
