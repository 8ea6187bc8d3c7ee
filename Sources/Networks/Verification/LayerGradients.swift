import Autodiff
import Randomness

/// The gradient checks of a layer.
public struct LayerGradients: Sendable {
  /// The layer's type, as in `SpectralConvolution`.
  public let layer: String
  /// Its cases, called `layer-<name>`.
  public let cases: [GradientCase]

  init(_ layer: String, _ cases: [GradientCase]) {
    self.layer = layer
    self.cases = cases
  }
}

extension GradientInputs {
  /// A layer with the parameters that it adds, made once however often the case is recorded.
  func layer<Layer>(
    _ name: String, _ make: (inout ParameterSet<Double>) -> Layer
  ) -> Layer {
    once(name) {
      var parameters = ParameterSet<Double>(random: RandomStream(seed: 1).stream(name))
      return (make(&parameters), parameters.parameters)
    }
  }
}
