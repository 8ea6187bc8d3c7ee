import Tensors

extension GradientCatalogue {
  static let samples: [GradientCase] = [
    GradientCase("join-and-slice-channels") { tape, inputs in
      let (x, z) = (inputs.variable("x", [2, 3, 4]), inputs.variable("z", [2, 2, 4]))
      let all = tape.joined([x, z, x])
      return tape.sum(tape.channels(1..<4, of: all), tape.channels(5..<8, of: all))
    },
    GradientCase("flatten") { tape, inputs in
      tape.flattened([inputs.variable("x", [2, 3, 4]), inputs.variable("z", [2, 2])])
    },
    GradientCase("spread") { tape, inputs in
      tape.spread(inputs.variable("x", [2, 3]), over: [2, 2])
    },
    GradientCase("reshape") { tape, inputs in
      tape.reshaped(inputs.variable("x", [2, 3, 4]), perSample: [2, 6])
    },
    GradientCase("reshape-all") { tape, inputs in
      tape.reshaped(inputs.variable("x", [2, 3, 4]), to: [6, 4])
    },
    GradientCase("modulate") { tape, inputs in
      tape.modulated(
        inputs.variable("x", [2, 3, 4]), by: inputs.variable("factor", [2, 3]),
        plus: inputs.variable("shift", [2, 3]))
    },
    GradientCase("rectify-at-mean") { tape, inputs in
      // none of the numbers is near the mean of its sample, where there is a kink
      tape.rectifiedAtMean(
        tape.joined([
          inputs.variable("x", [2, 3, 4], in: 0.2...2),
          inputs.variable("y", [2, 3, 4], in: -2...(-0.2)),
        ]))
    },
    GradientCase("choose-points") { tape, inputs in
      tape.values(of: inputs.variable("x", [2, 3, 4]), at: PointList([3, 0, 3]))
    },
    GradientCase("channels-first") { tape, inputs in
      tape.channelsFirst(inputs.variable("x", [6, 3]), samples: 2)
    },
    GradientCase("scale-samples") { tape, inputs in
      let scale = tape.rootMeanSquare(inputs.constant("field", [2, 2, 4]))
      return tape.sum(
        tape.multiplied(inputs.variable("x", [2, 3, 4]), bySample: scale),
        tape.divided(inputs.variable("y", [2, 3, 4]), bySample: scale))
    },
  ]
}
