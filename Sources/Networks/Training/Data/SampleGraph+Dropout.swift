import Autodiff
import Tensors

extension SampleGraph {
  /// x with elements set to 0 with `probability` and the others scaled (`Tape.dropped`); x itself in
  /// inference.
  ///
  /// Randomness: a mask of its own for each sample and training step, from the stream called `name` of
  /// that step, so that a continued or a sharded training draws the same masks. The samples of x must
  /// be those of the graph, one behind the other.
  public func dropped(
    _ x: Variable<Float>, probability: Double, _ name: String
  ) -> Variable<Float> {
    let mask = DropoutMask(
      probability: probability, seeds: [UInt64](repeating: 0, count: samples))
    beforeEachStep(name) { random in mask.redraw { random.next() } }
    return tape.dropped(x, by: mask)
  }
}
