import Tensors

extension GradientCatalogue {
  static let elements: [GradientCase] =
    Activation.allCases.map { activation in
      GradientCase("activation-\(activation.rawValue)") { tape, inputs in
        // positive and negative numbers, none near the kink of relu
        tape.activated(
          tape.joined([
            inputs.variable("x", [2, 3, 4], in: 0.1...2),
            inputs.variable("y", [2, 3, 4], in: -2...(-0.1)),
          ]), by: activation)
      }
    } + [
      GradientCase("sum") { tape, inputs in
        tape.sum(inputs.variable("x", [2, 3]), inputs.variable("y", [2, 3]))
      },
      GradientCase("sum-with-itself") { tape, inputs in
        tape.sum(inputs.variable("x", [2, 3]), inputs.variable("x", [2, 3]))
      },
      GradientCase("mask") { tape, inputs in
        tape.masked(
          inputs.variable("x", [2, 3, 4]),
          by: tape.constant([2, 1, 4], [1, 0, 1, 1, 0, 1, 0, 1]))
      },
      GradientCase("difference") { tape, inputs in
        tape.difference(inputs.variable("x", [2, 3]), inputs.variable("y", [2, 3]))
      },
      GradientCase("product") { tape, inputs in
        tape.product(inputs.variable("x", [2, 3]), inputs.variable("y", [2, 3]))
      },
      GradientCase("product-with-itself") { tape, inputs in
        tape.product(inputs.variable("x", [2, 3]), inputs.variable("x", [2, 3]))
      },
      GradientCase("quotient") { tape, inputs in
        tape.quotient(inputs.variable("x", [2, 3]), inputs.variable("y", [2, 3], in: 0.5...2))
      },
      GradientCase("scale-and-shift") { tape, inputs in
        tape.scaled(inputs.variable("x", [2, 3]), by: -1.7, plus: 0.3)
      },
      GradientCase("shift") { tape, inputs in
        tape.shifted(inputs.variable("x", [2, 3]), by: inputs.variable("b", [1]))
      },
      GradientCase("dropout") { tape, inputs in
        tape.dropped(
          inputs.variable("x", [2, 30]), by: DropoutMask(probability: 0.25, seeds: [7, 8]))
      },
      GradientCase("detach") { tape, inputs in
        let x = inputs.variable("x", [2, 3])
        return tape.product(tape.detached(inputs.constant("y", [2, 3])), x)
      },
      GradientCase("custom-gradient") { tape, inputs in
        tape.custom(
          [inputs.variable("x", [4]), inputs.variable("y", [4])], shape: [4],
          value: { x, z in for i in 0..<4 { z[i] = x[0][i] * x[0][i] * x[1][i] } },
          gradient: { x, _, dz, dx in
            for i in 0..<4 {
              dx[0]?[i] += 2 * x[0][i] * x[1][i] * dz[i]
              dx[1]?[i] += x[0][i] * x[0][i] * dz[i]
            }
          })
      },
      GradientCase("outer-sum") { tape, inputs in
        tape.outerSum(
          inputs.variable("a", [2, 5]), inputs.variable("c", [3, 5]), activation: .gelu)
      },
      GradientCase("outer-product") { tape, inputs in
        tape.outerProduct(inputs.variable("a", [2, 5]), inputs.variable("c", [3, 5]))
      },
    ]
    + [-2, -1, 1, 2, 3, 7].map { exponent in
      GradientCase("power-\(exponent)") { tape, inputs in
        tape.power(inputs.variable("x", [2, 3], in: 0.5...1.5), exponent)
      }
    }
    + ElementFunction.allCases.map { function in
      GradientCase("function-\(function.rawValue)") { tape, inputs in
        let isHalfLine = [.log, .sqrt, .reciprocal].contains(function)
        return tape.mapped(
          inputs.variable("x", [2, 3, 4], in: isHalfLine ? 0.5...2 : -2...2), by: function)
      }
    }
}
