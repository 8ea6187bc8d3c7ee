/// A font of the declared families (DejaVu, Debian package `fonts-dejavu-core`).
public struct Font: Sendable, Equatable, Hashable {
  /// A declared family.
  public enum Family: String, Sendable {
    /// For figures, tables and headings.
    case sans = "DejaVu Sans"
    /// For running text.
    case serif = "DejaVu Serif"
    /// For commands and keys.
    case mono = "DejaVu Sans Mono"
  }

  /// How heavy.
  public enum Weight: String, Sendable {
    /// As running text.
    case regular
    /// As headings.
    case bold
  }

  /// The family.
  public var family: Family
  /// The size of the em.
  public var size: Double
  /// The weight.
  public var weight: Weight

  /// A font.
  public init(_ family: Family = .sans, size: Double = 11, weight: Weight = .regular) {
    self.family = family
    self.size = size
    self.weight = weight
  }

  /// How far below the middle of a line of capitals the base line lies.
  public var middleShift: Double { 0.36 * size }
}
