/// A circle about the origin: the outline of a body.
struct CircleOutline: Sendable, Equatable {
  /// The radius, in m.
  let radius: Double

  /// Half the length that the circle cuts out of a line at `offset` from its centre; 0 when it
  /// misses.
  func halfChord(at offset: Double) -> Double {
    max(radius * radius - offset * offset, 0).squareRoot()
  }

  /// Whether a point lies inside or on the circle.
  func contains(_ x: Double, _ y: Double) -> Bool { x * x + y * y <= radius * radius }

  /// The part, in 0...1, of the segment from `start` to `end` on a line at `offset` that lies outside.
  func openPart(at offset: Double, from start: Double, to end: Double) -> Double {
    let chord = halfChord(at: offset)
    let covered = min(end, chord) - max(start, -chord)
    return chord == 0 || covered <= 0 ? 1 : 1 - covered / (end - start)
  }
}
