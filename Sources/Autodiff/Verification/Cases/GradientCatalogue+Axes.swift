import Tensors

extension GradientCatalogue {
  static let axes: [GradientCase] =
    [
      GradientCase("permute") { tape, inputs in
        tape.permuted(inputs.variable("x", [2, 3, 4, 2]), axes: [2, 0, 3, 1])
      },
      GradientCase("transpose") { tape, inputs in
        tape.transposed(inputs.variable("x", [2, 3, 4]))
      },
      GradientCase("concatenate") { tape, inputs in
        tape.concatenated(
          [
            inputs.variable("x", [2, 3, 4]), inputs.variable("y", [2, 1, 4]),
            inputs.variable("x", [2, 3, 4]),
          ], axis: 1)
      },
      GradientCase("softmax") { tape, inputs in
        tape.softmax(inputs.variable("x", [2, 3, 5], in: -3...3))
      },
      GradientCase("log-softmax") { tape, inputs in
        tape.logSoftmax(inputs.variable("x", [2, 3, 5], in: -3...3))
      },
      GradientCase("pad") { tape, inputs in
        tape.padded(inputs.variable("x", [2, 3, 3, 2]), to: [6, 3])
      },
      GradientCase("embedding") { tape, inputs in
        tape.rows(
          PointList([2, 0, 2, 3]), of: tape.parameter(inputs.parameter("table", [4, 3])))
      },
    ]
    + (0..<3).map { axis in
      GradientCase("slice-axis-\(axis)") { tape, inputs in
        tape.slice(inputs.variable("x", [3, 4, 5]), axis: axis, 1..<3)
      }
    }
    + [[0], [1], [2], [0, 2], [1, 2], [0, 1, 2]].flatMap { axes in
      let name = axes.map(String.init).joined(separator: "-")
      return [
        GradientCase("sum-over-\(name)") { tape, inputs in
          tape.sum(inputs.variable("x", [3, 4, 5]), over: axes)
        },
        GradientCase("mean-over-\(name)") { tape, inputs in
          tape.mean(inputs.variable("x", [3, 4, 5]), over: axes)
        },
        GradientCase("repeat-along-\(name)") { tape, inputs in
          let shape = [3, 4, 5]
          let kept = shape.indices.filter { !axes.contains($0) }.map { shape[$0] }
          return tape.repeated(inputs.variable("x", kept), along: axes, to: shape)
        },
      ]
    }
}
