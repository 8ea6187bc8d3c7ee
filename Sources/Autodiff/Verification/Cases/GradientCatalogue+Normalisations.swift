import Tensors

extension GradientCatalogue {
  /// Normalisations by the statistics of batches, groups, channels and rows.
  static let normalisations: [GradientCase] =
    [[], [5], [3, 4]].flatMap { points in
      [
        GradientCase("batch-normalisation-\(points.count)d") { tape, inputs in
          tape.batchNormalised(
            inputs.variable("x", [4, 3] + points), scale: inputs.parameter("scale", [3]),
            shift: inputs.parameter("shift", [3]))
        },
        GradientCase("batch-normalisation-running-\(points.count)d") { tape, inputs in
          tape.batchNormalised(
            inputs.variable("x", [4, 3] + points), scale: inputs.parameter("scale", [3]),
            shift: inputs.parameter("shift", [3]), statistics: .running(statistics(3)))
        },
      ]
    }
    + [1, 2, 4].map { groups in
      GradientCase("group-normalisation-\(groups)") { tape, inputs in
        tape.groupNormalised(
          inputs.variable("x", [2, 4, 3, 3]), groups: groups, scale: inputs.parameter("scale", [4]),
          shift: inputs.parameter("shift", [4]))
      }
    }
    + [Activation.tanh, .gelu].map { activation in
      GradientCase("batch-normalisation-\(activation.rawValue)") { tape, inputs in
        tape.batchNormalised(
          inputs.variable("x", [4, 3, 5]), scale: inputs.parameter("scale", [3]),
          shift: inputs.parameter("shift", [3]), statistics: .tracked(statistics(3)),
          activation: activation)
      }
    }
    + [
      GradientCase("instance-normalisation-plain") { tape, inputs in
        tape.groupNormalised(
          inputs.variable("x", [2, 3, 17]), groups: 3, scale: nil, shift: nil)
      },
      GradientCase("layer-normalisation") { tape, inputs in
        tape.layerNormalised(
          inputs.variable("x", [3, 2, 19]), scale: inputs.parameter("scale", [19]),
          shift: inputs.parameter("shift", [19]))
      },
      GradientCase("layer-normalisation-2-axes") { tape, inputs in
        tape.layerNormalised(
          inputs.variable("x", [3, 2, 5]), scale: inputs.parameter("scale", [2, 5]),
          shift: inputs.parameter("shift", [2, 5]))
      },
    ]

  private static func statistics(_ channels: Int) -> RunningStatistics<Double> {
    let (mean, variance) = (
      Parameter<Double>(name: "mean", shape: [channels]),
      Parameter<Double>(name: "variance", shape: [channels])
    )
    mean.value.load((0..<channels).map { 0.1 * Double($0) })
    variance.value.load((0..<channels).map { 0.5 + Double($0) })
    return RunningStatistics(mean: mean, variance: variance)
  }
}
