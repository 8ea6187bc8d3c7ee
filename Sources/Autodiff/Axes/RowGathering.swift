import Tensors

/// y[i, :] = x[indices[i], :].
struct RowGathering<S: Scalar>: Operation {
  let x: Variable<S>
  let rows: PointList
  let output: Variable<S>

  private var width: Int { x.elementsPerSample }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    let y = output.open(pool)
    withIndices { S.axes.gatherRows(rows.count, width, $0, x.value, y) }
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let start = x.gradientSlot(pool).cleared(count: x.count)
    withIndices { S.axes.scatterRowsAdd(rows.count, width, $0, output.gradient, start) }
  }

  private func withIndices(_ body: (UnsafePointer<Int>) -> Void) {
    rows.indices.withUnsafeBufferPointer { indices in
      Requirement.check(
        indices.allSatisfy { $0 >= 0 && $0 < x.sampleCount },
        "rows: an index is outside the rows of \(x.shape)")
      if let first = indices.baseAddress { body(first) }
    }
  }
}

extension Tape {
  /// The rows `indices` of x [rows, …], in that order and as often as they are named (an embedding
  /// when x is a parameter): [indices, …].
  public func rows(_ indices: PointList, of x: Variable<S>) -> Variable<S> {
    Requirement.check(!x.shape.isEmpty, "rows: a scalar has no rows")
    let y = result([indices.count] + x.shape.dropFirst(), of: [x])
    record(RowGathering(x: x, rows: indices, output: y), reading: [x], writing: y)
    return y
  }
}
