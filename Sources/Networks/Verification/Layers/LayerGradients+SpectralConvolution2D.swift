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
}
