/// The time that a run may take, and which of its cells may still begin.
package struct Allowance {
  private let end: ContinuousClock.Instant?
  private var begun: Set<Int> = []

  /// So many seconds from `start`; nil is no limit.
  package init(seconds: Double?, from start: ContinuousClock.Instant) {
    end = seconds.map { start + .seconds($0) }
  }

  /// No limit.
  static let none = Allowance(seconds: nil, from: .now)

  /// Whether there is a limit.
  package var isLimited: Bool { end != nil }

  /// Whether there is a limit, and it is reached.
  package var isOver: Bool { isLimited && secondsLeft <= 0 }

  /// Seconds until the end, not below 0; infinite without a limit.
  package var secondsLeft: Double { end.map { max(0, -$0.secondsUntilNow) } ?? .infinity }

  /// A cell begins; whatever becomes of this attempt, it is tried to its end.
  package mutating func begin(_ item: Int) {
    if isLimited { begun.insert(item) }
  }

  /// Whether a cell that is expected to take so long, 0 when nobody knows, may begin or is under way.
  package func admits(_ item: Int, expectedSeconds: Double) -> Bool {
    guard isLimited, !begun.contains(item) else { return true }
    let left = secondsLeft
    return left > 0 && expectedSeconds <= left
  }
}
