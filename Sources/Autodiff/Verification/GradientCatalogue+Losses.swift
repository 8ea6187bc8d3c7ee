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
      GradientCase("mean-square-error") { tape, inputs in
        tape.meanSquareError(
          inputs.variable("x", [2, 3, 4]), target: inputs.variable("target", [2, 3, 4]))
      }
    ]
}
