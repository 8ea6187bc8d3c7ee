import Tensors

extension Tape {
  /// Bytes that a pass needs at least, known when everything is recorded: in training all values that
  /// are kept and the inner values of the largest segment, in inference the largest operation's.
  /// Gradients and scratch space come on top.
  public var leastBytes: Int {
    let elements: Int
    switch mode {
    case .training:
      let kept = temporaries.filter { $0.segment == nil && $0.taker == nil }.map(\.count)
      let inner = segments.map { segment in
        temporaries[segment.temporaries].filter { $0.segment != nil && $0.taker == nil }
          .map(\.count).reduce(0, +)
      }
      elements = kept.reduce(0, +) + (inner.max() ?? 0)
    case .inference:
      elements = entries.map { $0.output.count }.max() ?? 0
    }
    return elements * MemoryLayout<S>.stride
  }

  /// Checks that the passes fit the pool's limit before the first of them.
  ///
  /// - Parameter otherBytes: what the caller allocates besides, such as moments of an optimiser
  /// - Throws: `MemoryRefusal` when they cannot
  public func requireMemory(besides otherBytes: Int = 0) throws {
    let needed = leastBytes + otherBytes
    guard needed > pool.limitBytes else { return }
    let largest = entries.max { $0.output.count < $1.output.count }
    throw MemoryRefusal(
      neededBytes: needed, limitBytes: pool.limitBytes, operation: largest?.name ?? "nothing",
      shape: largest?.output.shape ?? [])
  }
}
