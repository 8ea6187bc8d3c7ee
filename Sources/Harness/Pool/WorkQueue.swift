/// Pieces of work that wait, the next one last.
package struct WorkQueue {
  /// How far behind the first one it is looked for something that fits.
  private static let lookAhead = 64
  /// How often the first one is passed over before the rest has to wait for it.
  private static let patience = 16
  private var waiting: [Int] = []
  private var passedOver = 0
  private var handedBack: Set<Int> = []

  /// `count` pieces in their order.
  package init(count: Int = 0) {
    waiting = (0..<count).reversed()
  }

  /// The next piece.
  package var first: Int? { waiting.last }

  package var count: Int { waiting.count }

  /// Puts a piece back; it is the next.
  package mutating func putBack(_ item: Int) {
    waiting.append(item)
  }

  /// Puts a piece back whose start was told already.
  package mutating func handBack(_ item: Int) {
    putBack(item)
    handedBack.insert(item)
  }

  /// Whether the start of a piece is to be told now.
  package mutating func isNews(_ item: Int) -> Bool { handedBack.remove(item) == nil }

  /// Takes the next piece out.
  package mutating func dropFirst() {
    _ = waiting.popLast()
    passedOver = 0
  }

  /// Takes the first piece that fits, though one that does not is passed over a few times only.
  package mutating func take(where fits: (Int) -> Bool) -> Int? {
    guard let place = place(where: fits) else { return nil }
    passedOver = place == waiting.count - 1 ? 0 : passedOver + 1
    return waiting.remove(at: place)
  }

  /// Whether there is a piece that `take` would take.
  package func has(where fits: (Int) -> Bool) -> Bool { place(where: fits) != nil }

  private func place(where fits: (Int) -> Bool) -> Int? {
    guard let first = waiting.last else { return nil }
    if fits(first) { return waiting.count - 1 }
    guard passedOver < Self.patience else { return nil }
    return waiting.indices.reversed().dropFirst().prefix(Self.lookAhead).first {
      fits(waiting[$0])
    }
  }
}
