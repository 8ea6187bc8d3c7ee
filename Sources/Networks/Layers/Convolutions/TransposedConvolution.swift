import Autodiff
import Tensors

/// The adjoint of a convolution plus b, w [in, out / groups, …kernel] and b [out] uniform in
/// ± 1 / sqrt(out / groups · taps) at first (torch's default).
public struct TransposedConvolution<S: Scalar> {
  /// w
  public let weight: Parameter<S>
  /// b
  public let bias: Parameter<S>?
  /// Of the convolution that it is the adjoint of.
  public let geometry: ConvolutionGeometry
  /// Pixels added at the end of each dimension; empty for none.
  public let outputPadding: [Int]

  /// A layer whose parameters are called `name`.weight and `name`.bias.
  ///
  /// - Parameters:
  ///   - name: of the layer
  ///   - inputs: channels of x, a multiple of the groups
  ///   - outputs: channels of y, a multiple of the groups
  ///   - kernel: the extents of the kernel, one for each dimension
  ///   - geometry: stride, dilation, padding and groups
  ///   - outputPadding: pixels added at the end of each dimension
  ///   - hasBias: whether there is b
  ///   - parameters: where the parameters go
  public init(
    _ name: String, inputs: Int, outputs: Int, kernel: [Int],
    _ geometry: ConvolutionGeometry = ConvolutionGeometry(), outputPadding: [Int] = [],
    hasBias: Bool = true, in parameters: inout ParameterSet<S>
  ) {
    let perGroup = outputs / geometry.groups
    let fanIn = perGroup * kernel.reduce(1, *)
    weight = parameters.add("\(name).weight", shape: [inputs, perGroup] + kernel, .fanIn(fanIn))
    bias = hasBias ? parameters.add("\(name).bias", shape: [outputs], .fanIn(fanIn)) : nil
    self.geometry = geometry
    self.outputPadding = outputPadding
  }

  /// Records the layer: images [samples, in, …extents] to [samples, out, …extents of the result].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.transposedConvolution(
      x, weight: weight, bias: bias, geometry, outputPadding: outputPadding)
  }
}
