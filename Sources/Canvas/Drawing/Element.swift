/// One thing on a drawing.
public indirect enum Element: Sendable, Equatable {
  /// An outline.
  case shape(Shape, ShapeStyle)
  /// A line of text.
  case text(TextRun)
  /// A picture, stretched over a rectangle.
  case image(Raster, in: Rect)
  /// Several things together.
  case group(Group)

  /// Several things that stand for `tag`.
  public static func tagged(_ tag: Tag, _ elements: [Element], hover: String = "") -> Element {
    .group(Group(elements, hover: hover, tag: tag))
  }

  /// Several things together.
  public struct Group: Sendable, Equatable {
    /// The things, from back to front.
    public var elements: [Element]
    /// Nothing is painted outside, if given.
    public var clip: Rect?
    /// What a pointer shows over them; empty for nothing.
    public var hover: String
    /// What they stand for; nil for nothing that a script could act on.
    public var tag: Tag?

    /// A group.
    public init(_ elements: [Element], clip: Rect? = nil, hover: String = "", tag: Tag? = nil) {
      self.elements = elements
      self.clip = clip
      self.hover = hover
      self.tag = tag
    }
  }
}
