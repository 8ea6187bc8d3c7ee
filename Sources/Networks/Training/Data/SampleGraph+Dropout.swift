import Autodiff
import Tensors

extension SampleGraph {
  /// x with elements set to 0 with `probability` and the others scaled (`Tape.dropped`); x itself in
  /// inference.
  ///
  /// Randomness: a mask of its own for each training step, from the stream called `name` of that step,
  /// so that a continued training draws the same masks.
  public func dropped(
    _ x: Variable<Float>, probability: Double, _ name: String
  ) -> Variable<Float> {
    let mask = DropoutMask(probability: probability, seed: 0)
    beforeEachStep(name) { mask.redraw($0.next()) }
    return tape.dropped(x, by: mask)
  }
}
