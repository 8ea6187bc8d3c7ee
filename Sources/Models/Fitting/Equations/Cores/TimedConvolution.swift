import Autodiff
import Networks
import Solvers

/// w ⋆ [x, t]: a convolution without biases of images and, behind their channels, one that is the time
/// everywhere.
struct TimedConvolution {
  private let layer: PlainConvolution

  init(_ name: String, inputs: Int, outputs: Int, in set: inout ParameterSet<Float>) {
    layer = PlainConvolution(
      name, inputs: inputs + 1, outputs: outputs, hasBias: false, in: &set)
  }

  /// The layer of `x`, [samples, in, height, width], with the time `clock`, [samples, 1, height, width].
  func callAsFunction<S: SolverScalar>(
    _ x: Variable<S>, at clock: Variable<S>, on tape: Tape<S>, by cast: ParameterCast<S>
  ) -> Variable<S> {
    layer(tape.joined([x, clock]), on: tape, by: cast)
  }
}
