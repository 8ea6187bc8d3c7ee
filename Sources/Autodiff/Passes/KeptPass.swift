import Tensors

/// The values of a forward pass, taken off its tape, so that the tape can run forward again and later
/// backward from these values.
///
/// A resource with identity: it gives its buffers back to the pool when nobody has it any more.
public final class KeptPass<S: Scalar> {
  fileprivate var values: [Buffer<S>?]
  fileprivate var leaves: [Buffer<S>?]
  fileprivate var isUsed = false
  private let pool: BufferPool<S>

  fileprivate init(_ values: [Buffer<S>?], _ leaves: [Buffer<S>?], _ pool: BufferPool<S>) {
    (self.values, self.leaves, self.pool) = (values, leaves, pool)
  }

  deinit {
    for buffer in values + leaves { if let buffer { pool.give(buffer) } }
  }
}

extension Tape {
  /// Whether values can be taken off the tape and put back: not where an operation keeps something elsewhere,
  /// such as the moments of a normalisation.
  public var canKeepPasses: Bool {
    mode == .training && !entries.contains { $0.operation is any RememberingOperation<S> }
  }

  /// Takes all values of the last forward pass off the tape.
  ///
  /// - Parameter leaves: constants and inputs that are refilled from pass to pass, whose values go along
  /// - Returns: the values, for one backward pass
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func keepPass(with leaves: [Variable<S>]) -> KeptPass<S> {
    isFresh = false
    return KeptPass(
      temporaries.map { $0.exchangeStorage(for: nil) },
      leaves.map { $0.exchangeStorage(for: pool.take($0.count)) }, pool)
  }

  /// Puts the values of a pass back, with the same `leaves` as when it was kept; those of the present pass
  /// are lost.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  public func restore(_ pass: KeptPass<S>, with leaves: [Variable<S>]) {
    Requirement.check(!pass.isUsed, "a kept pass serves one backward pass")
    pass.isUsed = true
    for (index, variable) in temporaries.enumerated() {
      variable.recycle(pool)
      _ = variable.exchangeStorage(for: pass.values[index])
      pass.values[index] = nil
    }
    for (index, variable) in leaves.enumerated() {
      let old = variable.exchangeStorage(for: pass.leaves[index])
      pass.leaves[index] = old
    }
    isFresh = true
  }
}
