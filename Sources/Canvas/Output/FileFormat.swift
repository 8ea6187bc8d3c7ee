/// What a drawing can be written as.
public enum FileFormat: String, Sendable, CaseIterable {
  /// Scalable vector graphics, with real text.
  case svg
  /// Pixels, two for each unit.
  case png
  /// A page of the drawing's size, with embedded fonts.
  case pdf
}
