import Autodiff

extension LayerGradients {
  static let spectralConvolution2D = LayerGradients(
    "SpectralConvolution2D",
    [
      GradientCase("layer-spectral-convolution-2d") { tape, inputs in
        let modes = SpectralModes(alongHeight: 2, alongWidth: 3)
        let layer = inputs.layer("spectral") {
          SpectralConvolution2D("spectral", inputs: 2, outputs: 3, modes: modes, in: &$0)
        }
        return layer(inputs.variable("x", [2, 2, 6, 7]), on: tape)
      }
    ])

  static let spectralConvolution = LayerGradients(
    "SpectralConvolution",
    [[3], [1, 2], [1, 2, 2]].map { modes in
      GradientCase("layer-spectral-convolution-of-rank-\(modes.count)") { tape, inputs in
        let layer = inputs.layer("spectral") {
          SpectralConvolution("spectral", inputs: 2, outputs: 3, modes: modes, in: &$0)
        }
        return layer(inputs.variable("x", [2, 2] + modes.map { 2 * $0 + 1 }), on: tape)
      }
    })
}
