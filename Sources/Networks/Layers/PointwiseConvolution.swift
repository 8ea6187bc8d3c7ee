import Autodiff
import Tensors

/// y = f(W x + b) at every point, a 1x1 convolution: W [out, in] and b [out] uniform in
/// ± 1 / sqrt(in) at first (torch's default).
public struct PointwiseConvolution<S: Scalar> {
  /// W
  public let weight: Parameter<S>
  /// b
  public let bias: Parameter<S>
  /// f
  public let activation: Activation

  /// A layer whose parameters are called `name`.weight and `name`.bias.
  public init(
    _ name: String, inputs: Int, outputs: Int, activation: Activation = .identity,
    in parameters: inout ParameterSet<S>
  ) {
    weight = parameters.add("\(name).weight", shape: [outputs, inputs], .fanIn(inputs))
    bias = parameters.add("\(name).bias", shape: [outputs], .fanIn(inputs))
    self.activation = activation
  }

  /// Records the layer: fields [samples, in, …points] to [samples, out, …points].
  ///
  /// - Parameters:
  ///   - x: the input
  ///   - addend: a result of the output's shape, read by nobody else, that is added before f
  ///   - tape: where to record
  /// - Returns: the output on the tape
  public func callAsFunction(
    _ x: Variable<S>, addend: Variable<S>? = nil, on tape: Tape<S>
  ) -> Variable<S> {
    tape.pointwise(x, weight: weight, bias: bias, addend: addend, activation: activation)
  }
}
