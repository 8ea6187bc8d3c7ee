import Tensors

extension GradientCatalogue {
  static let losses: [GradientCase] =
    ErrorWeighting.allCases.map { weighting in
      GradientCase("normalised-square-error-\(weighting.rawValue)") { tape, inputs in
        tape.normalisedSquareError(
          prediction: inputs.variable("x", [2, 3, 4]),
          target: inputs.constant("target", [2, 3, 4], in: 1...2), weighting: weighting
        ).end
      }
    } + [
      GradientCase("cross-entropy") { tape, inputs in
        tape.crossEntropy(
          inputs.variable("x", [4, 3], in: -3...3), classes: PointList([2, 0, 1, 1]))
      },
      GradientCase("mean-loss") { tape, inputs in
        tape.meanLoss(inputs.variable("mean", [1]), samples: 3).end
      },
      GradientCase("mean-square-error") { tape, inputs in
        tape.meanSquareError(
          inputs.variable("x", [2, 3, 4]), target: inputs.variable("target", [2, 3, 4]))
      },
      // errors on both sides of the threshold and of 0, none near them
      GradientCase("mean-absolute-error") { tape, inputs in
        tape.meanAbsoluteError(
          inputs.variable("x", [2, 3], in: 1...2), target: inputs.variable("target", [2, 3]))
      },
      GradientCase("huber-loss") { tape, inputs in
        let x = tape.concatenated(
          [inputs.variable("x", [4], in: 2...3), inputs.variable("z", [4], in: 0.1...0.3)], axis: 0)
        return tape.huberLoss(x, target: inputs.variable("target", [8], in: 0...0.2))
      },
      GradientCase("binary-cross-entropy") { tape, inputs in
        tape.binaryCrossEntropy(
          logits: inputs.variable("x", [2, 9], in: -4...4),
          target: inputs.constant("target", [2, 9], in: 0...1))
      },
      GradientCase("relative-error") { tape, inputs in
        tape.relativeError(
          inputs.variable("x", [3, 4]), target: inputs.constant("target", [3, 4], in: 1...2))
      },
      GradientCase("relative-sobolev-error") { tape, inputs in
        tape.relativeSobolevError(
          inputs.variable("x", [2, 2, 4, 3]),
          target: inputs.variable("target", [2, 2, 4, 3], in: 1...2), spacing: [0.5, 0.25])
      },
      GradientCase("gaussian-likelihood-loss") { tape, inputs in
        tape.gaussianLikelihoodLoss(
          mean: inputs.variable("x", [2, 3]),
          variance: inputs.variable("variance", [2, 3], in: 0.5...2),
          target: inputs.variable("target", [2, 3]))
      },
    ]
}
