/// How images are read between their pixels.
public enum Interpolation: String, Sendable, Codable, CaseIterable {
  /// Pixel floor(q extent / new extent), torch's `nearest`.
  case nearest
  /// Between the two pixels around (q + 1/2) extent / new extent - 1/2 in each dimension, of which
  /// those outside are the nearest inside: torch's `linear`, `bilinear` and `trilinear` with
  /// align_corners = false.
  case linear
}
