import Tensors

/// Elements of x at other places: a permutation of its axes, or a slice of it.
struct AxisMove<S: Scalar>: Operation {
  let x: Variable<S>
  let output: Variable<S>
  let move: StridedMove
  /// The first element of x that moves.
  let offset: Int

  private var movesAll: Bool { output.count == x.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func forward(_ pool: BufferPool<S>) {
    S.axes.copy(move, x.value + offset, output.open(pool))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func backward(_ pool: BufferPool<S>) {
    let slot = x.gradientSlot(pool)
    if movesAll {
      slot.add(output.gradient, along: move.reversed)
    } else {
      S.axes.add(move.reversed, output.gradient, slot.cleared(count: x.count) + offset)
    }
  }
}

extension Tape {
  /// x with its axes in another order.
  ///
  /// - Parameters:
  ///   - x: of any shape
  ///   - axes: for each axis of the result, the axis of x that it is
  /// - Returns: the shape of x in the order `axes`
  public func permuted(_ x: Variable<S>, axes: [Int]) -> Variable<S> {
    Requirement.check(
      axes.sorted() == Array(x.shape.indices), "permuted: \(axes) do not order \(x.shape)")
    let shape = axes.map { x.shape[$0] }
    let from = StridedMove.strides(of: x.shape)
    let move = StridedMove(
      extents: shape, from: axes.map { from[$0] }, to: StridedMove.strides(of: shape))
    return moved(x, to: shape, move, offset: 0)
  }

  /// x with its last two axes exchanged.
  public func transposed(_ x: Variable<S>) -> Variable<S> {
    let rank = x.shape.count
    Requirement.check(rank > 1, "transposed: \(x.shape) has less than two axes")
    return permuted(x, axes: Array(0..<rank - 2) + [rank - 1, rank - 2])
  }

  /// The indices `range` of x along `axis`.
  public func slice(_ x: Variable<S>, axis: Int, _ range: Range<Int>) -> Variable<S> {
    Requirement.check(
      x.shape.indices.contains(axis) && range.lowerBound >= 0
        && range.upperBound <= x.shape[axis] && !range.isEmpty,
      "slice: \(x.shape) has no indices \(range) along axis \(axis)")
    var shape = x.shape
    shape[axis] = range.count
    let from = StridedMove.strides(of: x.shape)
    let move = StridedMove(extents: shape, from: from, to: StridedMove.strides(of: shape))
    return moved(x, to: shape, move, offset: range.lowerBound * from[axis])
  }

  private func moved(
    _ x: Variable<S>, to shape: [Int], _ move: StridedMove, offset: Int
  ) -> Variable<S> {
    let y = result(shape, of: [x])
    record(AxisMove(x: x, output: y, move: move, offset: offset), reading: [x], writing: y)
    return y
  }
}
