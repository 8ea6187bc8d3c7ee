import Autodiff
import Tensors

/// y = irfftn(W · rfftn(x)) on the lowest modes of fields of any number of axes (Li et al. 2021: FNO1d
/// and FNO3d of the original for one and three), with one complex matrix per mode, real and imaginary
/// parts uniform in [0, 1 / (in · out)) at first, as in the original.
public struct SpectralConvolution<S: Scalar> {
  /// W, [2 m along every axis but the last, m along the last, in, 2, out]; signs as `Tape.spectral`.
  public let weight: Parameter<S>

  /// A layer with `modes`, m along each axis, whose parameter is called `name`.weight.
  public init(
    _ name: String, inputs: Int, outputs: Int, modes: [Int], in parameters: inout ParameterSet<S>
  ) {
    precondition(!modes.isEmpty, "'\(name)' has no axis to transform along")
    weight = parameters.add(
      "\(name).weight",
      shape: modes.dropLast().map { 2 * $0 } + [modes[modes.count - 1], inputs, 2, outputs],
      .uniform(upper: 1 / Double(inputs * outputs)))
  }

  /// Records the layer: fields [samples, in, …points] to [samples, out, …points].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.spectral(x, weight: weight)
  }
}
