import Canvas

/// What every form of figure can say and draw of itself.
protocol Plot: Sendable, Equatable {
  /// Whether there is nothing to show.
  var isEmpty: Bool { get }
  /// Its numbers and words as lines of text.
  var lines: [String] { get }
  /// The height that it takes at `width`, and what is drawn there.
  func drawn(width: Double) -> (Double, [Element])
}
