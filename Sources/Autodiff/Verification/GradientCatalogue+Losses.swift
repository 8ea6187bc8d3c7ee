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
      GradientCase("mean-square-error") { tape, inputs in
        tape.meanSquareError(
          inputs.variable("x", [2, 3, 4]), target: inputs.variable("target", [2, 3, 4]))
      },
    ]
}
