import Autodiff
import Tensors

/// y = irfft2(W · rfft2(x)) on the lowest modes (Li et al. 2021), with one complex matrix per mode,
/// real and imaginary parts uniform in [0, 1 / (in · out)) at first, as in the original.
public struct SpectralConvolution2D<S: Scalar> {
  /// W, [2 m1, m2, in, 2, out]; the original's first corner block is rows 0 ..< m1, its second block
  /// the other rows.
  public let weight: Parameter<S>

  /// A layer whose parameter is called `name`.weight.
  public init(
    _ name: String, inputs: Int, outputs: Int, modes: SpectralModes,
    in parameters: inout ParameterSet<S>
  ) {
    weight = parameters.add(
      "\(name).weight",
      shape: [2 * modes.alongHeight, modes.alongWidth, inputs, 2, outputs],
      .uniform(upper: 1 / Double(inputs * outputs)))
  }

  /// Records the layer: fields [samples, in, height, width] to [samples, out, height, width].
  public func callAsFunction(_ x: Variable<S>, on tape: Tape<S>) -> Variable<S> {
    tape.spectral(x, weight: weight)
  }
}
