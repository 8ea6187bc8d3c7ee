import CKernels

extension Variable.GradientSlot {
  /// Puts or adds the `count` numbers at `share`.
  func add(_ share: UnsafeMutablePointer<Float>, count: Int) {
    switch accumulation {
    case .replacing: start.update(from: share, count: count)
    case .adding: assay_axpy(count, 1, share, start)
    }
  }

  /// The slot, with zeros if nothing was put there, so that shares can only be added.
  func cleared(count: Int) -> UnsafeMutablePointer<Float> {
    if case .replacing = accumulation { start.update(repeating: 0, count: count) }
    return start
  }
}
