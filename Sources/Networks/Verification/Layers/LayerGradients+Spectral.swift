import Autodiff

extension LayerGradients {
  static let spectralConvolution = LayerGradients(
    "SpectralConvolution",
    [check("2d", modes: [2, 3], points: [6, 7])]
      + [[3], [1, 2], [1, 2, 2]].map { modes in
        check("of-rank-\(modes.count)", modes: modes, points: modes.map { 2 * $0 + 1 })
      })

  private static func check(_ name: String, modes: [Int], points: [Int]) -> GradientCase {
    GradientCase("layer-spectral-convolution-\(name)") { tape, inputs in
      let layer = inputs.layer("spectral") {
        SpectralConvolution("spectral", inputs: 2, outputs: 3, modes: modes, in: &$0)
      }
      return layer(inputs.variable("x", [2, 2] + points), on: tape)
    }
  }
}
