import Autodiff
import Tensors

/// y = f((x - mean) γ / sqrt(variance + ε) + β) with the statistics of each sample and group of
/// channels; γ is 1 and β is 0 at first.
public struct GroupNormalisation<S: Scalar> {
  /// γ
  public let scale: Parameter<S>
  /// β
  public let shift: Parameter<S>
  /// Groups of adjacent channels.
  public let groups: Int
  /// ε
  public let epsilon: Double
  /// f
  public let activation: Activation

  /// A layer whose parameters are called `name`.weight and `name`.bias.
  public init(
    _ name: String, channels: Int, groups: Int, epsilon: Double = 1e-5,
    activation: Activation = .identity, in parameters: inout ParameterSet<S>
  ) {
    scale = parameters.add("\(name).weight", shape: [channels], .constant(1))
    shift = parameters.add("\(name).bias", shape: [channels], .constant(0))
    self.groups = groups
    self.epsilon = epsilon
    self.activation = activation
  }

  /// Records the layer: fields [samples, channels, …points] to the same shape.
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.groupNormalised(
      x, groups: groups, scale: scale, shift: shift, epsilon: epsilon, activation: activation)
  }
}
