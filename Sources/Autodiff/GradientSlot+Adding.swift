import Tensors

extension Variable.GradientSlot {
  /// Puts or adds the `count` numbers at `share`.
  func add(_ share: UnsafeMutablePointer<S>, count: Int) {
    switch accumulation {
    case .replacing: start.update(from: share, count: count)
    case .adding: S.elements.axpy(count, 1, share, start)
    }
  }

  /// Puts or adds `factor` times the `count` numbers at `share`.
  func add(_ factor: S, times share: UnsafeMutablePointer<S>, count: Int) {
    switch accumulation {
    case .replacing: S.elements.scale(count, factor, share, start)
    case .adding: S.elements.axpy(count, factor, share, start)
    }
  }

  /// Puts or adds the products of the `count` numbers at `a` and `b`.
  func add(products a: UnsafeMutablePointer<S>, _ b: UnsafeMutablePointer<S>, count: Int) {
    switch accumulation {
    case .replacing: S.elements.multiply(count, a, b, start)
    case .adding: S.elements.multiplyAdd(count, a, b, start)
    }
  }

  /// Puts or adds the numbers at `share` to the elements that `move` fills, which must be all.
  func add(_ share: UnsafeMutablePointer<S>, along move: StridedMove) {
    switch accumulation {
    case .replacing: S.axes.copy(move, share, start)
    case .adding: S.axes.add(move, share, start)
    }
  }

  /// Puts or adds `factor` times the difference of the `count` numbers at `a` and `b`.
  func add(
    _ factor: S, timesDifference a: UnsafeMutablePointer<S>, _ b: UnsafeMutablePointer<S>,
    count: Int
  ) {
    switch accumulation {
    case .replacing: S.elements.scaledDifference(count, factor, a, b, start)
    case .adding: S.elements.scaledDifferenceAdd(count, factor, a, b, start)
    }
  }

  /// Puts or adds `count` numbers that `write` can only put, by way of the pool when they are added.
  func receive(
    count: Int, _ pool: BufferPool<S>, _ write: (UnsafeMutablePointer<S>) -> Void
  ) {
    if case .replacing = accumulation { return write(start) }
    let share = pool.take(count)
    write(share.start)
    add(share.start, count: count)
    pool.give(share)
  }

  /// The slot from its element `offset` on.
  func advanced(by offset: Int) -> Self {
    Self(start: start + offset, accumulation: accumulation)
  }

  /// The slot, with zeros if nothing was put there, so that shares can only be added.
  func cleared(count: Int) -> UnsafeMutablePointer<S> {
    if case .replacing = accumulation { S.elements.fill(count, 0, start) }
    return start
  }
}
