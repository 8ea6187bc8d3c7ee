import Tensors

/// The values of fields at chosen points.
struct PointSelection<S: Scalar>: Operation {
  let x: Variable<S>
  let points: PointList
  let output: Variable<S>

  private var fieldSize: Int { x.elementsPerSample / x.shape[1] }
  private var fields: Int { x.sampleCount * x.shape[1] }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    withIndices { S.moves.gather(fields, fieldSize, points.count, $0, x.value, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    withIndices {
      S.moves.scatterAdd(fields, fieldSize, points.count, $0, output.gradient, start)
    }
  }

  private func withIndices(_ body: (UnsafePointer<Int>) -> Void) {
    points.indices.withUnsafeBufferPointer { indices in
      Requirement.check(
        indices.allSatisfy { $0 >= 0 && $0 < fieldSize }, "a field of \(x.shape) lacks a point")
      if let first = indices.baseAddress { body(first) }
    }
  }
}

extension Tape {
  /// The values of x [samples, channels, …points] at `points`: [samples, channels, chosen].
  public func values(of x: Variable<S>, at points: PointList) -> Variable<S> {
    let y = result([x.sampleCount, x.shape[1], points.count], of: [x])
    record(PointSelection(x: x, points: points, output: y), reading: [x], writing: y)
    return y
  }
}
