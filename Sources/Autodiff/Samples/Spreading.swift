import Tensors

/// Every number of x at all points of a channel of its own.
struct Spreading<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>

  private var points: Int { output.count / x.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.moves.spread(x.count, points, x.value, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    S.reductions.rowSums(x.count, points, output.gradient, start)
  }
}

extension Tape {
  /// x [samples, channels] as constant fields [samples, channels, …points].
  public func spread(_ x: Variable<S>, over points: [Int]) -> Variable<S> {
    let y = result([x.sampleCount, x.elementsPerSample] + points, of: [x])
    record(Spreading(x: x, output: y), reading: [x], writing: y)
    return y
  }
}
