import Autodiff
import Tensors

/// y = f(w ⋆ x + b) in one to three dimensions, w [out, in / groups, …kernel] and b [out] uniform in
/// ± 1 / sqrt(in / groups · taps) at first (torch's default).
public struct Convolution<S: Scalar> {
  /// w
  public let weight: Parameter<S>
  /// b
  public let bias: Parameter<S>?
  /// Stride, dilation, padding and groups.
  public let geometry: ConvolutionGeometry
  /// f
  public let activation: Activation

  /// A layer whose parameters are called `name`.weight and `name`.bias.
  ///
  /// - Parameters:
  ///   - name: of the layer
  ///   - inputs: channels of x, a multiple of the groups
  ///   - outputs: channels of y, a multiple of the groups
  ///   - kernel: the extents of the kernel, one for each dimension
  ///   - geometry: stride, dilation, padding and groups
  ///   - hasBias: whether there is b
  ///   - activation: f
  ///   - parameters: where the parameters go
  public init(
    _ name: String, inputs: Int, outputs: Int, kernel: [Int],
    _ geometry: ConvolutionGeometry = ConvolutionGeometry(), hasBias: Bool = true,
    activation: Activation = .identity, in parameters: inout ParameterSet<S>
  ) {
    let perGroup = inputs / geometry.groups
    let fanIn = perGroup * kernel.reduce(1, *)
    weight = parameters.add("\(name).weight", shape: [outputs, perGroup] + kernel, .fanIn(fanIn))
    bias = hasBias ? parameters.add("\(name).bias", shape: [outputs], .fanIn(fanIn)) : nil
    self.geometry = geometry
    self.activation = activation
  }

  /// Records the layer: images [samples, in, …extents] to [samples, out, …extents of the result].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.convolution(x, weight: weight, bias: bias, geometry, activation: activation)
  }
}
