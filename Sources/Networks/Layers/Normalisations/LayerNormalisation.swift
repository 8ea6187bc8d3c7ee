import Autodiff
import Tensors

/// y = (x - mean) γ / sqrt(variance + ε) + β with the statistics of the last axes; γ is 1 and β is 0 at
/// first.
public struct LayerNormalisation<S: Scalar> {
  /// γ
  public let scale: Parameter<S>
  /// β
  public let shift: Parameter<S>
  /// ε
  public let epsilon: Double

  /// A layer over last axes of the extents `axes`, whose parameters are called `name`.weight and
  /// `name`.bias.
  public init(
    _ name: String, axes: [Int], epsilon: Double = 1e-5, in parameters: inout ParameterSet<S>
  ) {
    scale = parameters.add("\(name).weight", shape: axes, .constant(1))
    shift = parameters.add("\(name).bias", shape: axes, .constant(0))
    self.epsilon = epsilon
  }

  /// Records the layer: […rows, …axes] to the same shape.
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.layerNormalised(x, scale: scale, shift: shift, epsilon: epsilon)
  }
}
