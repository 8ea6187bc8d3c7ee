import Autodiff
import Tensors

/// y = f(x Wᵀ + b), W [out, in] and b [out] uniform in ± 1 / sqrt(in) at first (torch's default)
/// unless said otherwise.
public struct Dense<S: Scalar> {
  /// W
  public let weight: Parameter<S>
  /// b
  public let bias: Parameter<S>
  /// f
  public let activation: Activation

  /// A layer whose parameters are called `name`.weight and `name`.bias; initialisers that are nil are
  /// torch's default.
  public init(
    _ name: String, inputs: Int, outputs: Int, activation: Activation = .identity,
    weights: Initialiser? = nil, biases: Initialiser? = nil, in parameters: inout ParameterSet<S>
  ) {
    weight = parameters.add(
      "\(name).weight", shape: [outputs, inputs], weights ?? .fanIn(inputs))
    bias = parameters.add("\(name).bias", shape: [outputs], biases ?? .fanIn(inputs))
    self.activation = activation
  }

  /// Records the layer: rows [rows, in] to [rows, out].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.dense(x, weight: weight, bias: bias, activation: activation)
  }
}
