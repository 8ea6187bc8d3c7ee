extension Variable.GradientSlot {
  /// Puts or adds the `count` numbers at `share`.
  func add(_ share: UnsafeMutablePointer<S>, count: Int) {
    switch accumulation {
    case .replacing: start.update(from: share, count: count)
    case .adding: S.elements.axpy(count, 1, share, start)
    }
  }

  /// The slot, with zeros if nothing was put there, so that shares can only be added.
  func cleared(count: Int) -> UnsafeMutablePointer<S> {
    if case .replacing = accumulation { S.elements.fill(count, 0, start) }
    return start
  }
}
