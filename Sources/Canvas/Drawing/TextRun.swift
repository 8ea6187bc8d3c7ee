/// One line of text at a place.
public struct TextRun: Sendable, Equatable {
  /// Which part of the line lies on the place.
  public enum Anchor: String, Sendable {
    /// Its left end.
    case start
    /// Its middle.
    case middle
    /// Its right end.
    case end
  }

  /// The text.
  public var text: String
  /// The place, on the base line.
  public var place: Point
  /// The font.
  public var font: Font
  /// The colour.
  public var ink: Ink
  /// Which part of the line lies on the place.
  public var anchor: Anchor
  /// Counter-clockwise, in degrees.
  public var rotation: Double

  /// A line of text.
  public init(
    _ text: String, at place: Point, font: Font = Font(), ink: Ink = .text, anchor: Anchor = .start,
    rotation: Double = 0
  ) {
    self.text = text
    self.place = place
    self.font = font
    self.ink = ink
    self.anchor = anchor
    self.rotation = rotation
  }
}
