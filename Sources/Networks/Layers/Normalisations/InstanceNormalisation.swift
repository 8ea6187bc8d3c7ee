import Autodiff
import Tensors

/// y = f((x - mean) / sqrt(variance + ε)) with the statistics of each channel of each sample; without
/// parameters, as torch's default.
public struct InstanceNormalisation<S: Scalar> {
  /// ε
  public let epsilon: Double
  /// f
  public let activation: Activation

  /// A layer.
  public init(epsilon: Double = 1e-5, activation: Activation = .identity) {
    self.epsilon = epsilon
    self.activation = activation
  }

  /// Records the layer: fields [samples, channels, …points] to the same shape.
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.groupNormalised(
      x, groups: x.shape[1], scale: nil, shift: nil, epsilon: epsilon, activation: activation)
  }
}
