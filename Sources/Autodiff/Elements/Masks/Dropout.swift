import Tensors

/// y = x / (1 - p) for the elements that are kept, 0 for the others.
struct Dropout<S: Scalar>: Operation {
  let x: Variable<S>
  let mask: DropoutMask
  let output: Variable<S>

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    apply(x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    apply(output.gradient, output.gradient)
    x.receiveGradient(of: output, pool)
  }

  private func apply(_ from: UnsafeMutablePointer<S>, _ to: UnsafeMutablePointer<S>) {
    let count = x.count / mask.seeds.count
    let scale = S(1 / (1 - mask.probability))
    for (sample, seed) in mask.seeds.enumerated() {
      let at = sample * count
      S.layers.dropout(count, seed, mask.threshold, scale, from + at, to + at)
    }
  }
}

extension Tape {
  /// x with elements set to 0 at random and the others scaled, so that the mean stays (Srivastava et
  /// al. 2014, in the inverted form); x itself on a tape for inference.
  ///
  /// The mask belongs to the seeds of `mask`, one for each sample of x, which the caller redraws
  /// between steps; it needs no memory and is the same when a checkpointed segment is computed again.
  public func dropped(_ x: Variable<S>, by mask: DropoutMask) -> Variable<S> {
    guard mode == .training, mask.probability > 0 else { return x }
    Requirement.check(
      !mask.seeds.isEmpty && x.count % mask.seeds.count == 0,
      "dropped: \(x.shape) does not fall into \(mask.seeds.count) samples")
    let y = result(x.shape, of: [x])
    record(Dropout(x: x, mask: mask, output: y), reading: [x], writing: y)
    return y
  }
}
