/// A finished picture as a value: drawn by `svg(id:)`, `PNGWriter` and `PDFDocument`.
public struct Drawing: Sendable, Equatable {
  /// The width.
  public var width: Double
  /// The height.
  public var height: Double
  /// A short title for those who cannot see it.
  public var title: String
  /// What it shows, for those who cannot see it.
  public var description: String
  /// The things on it, from back to front.
  public var elements: [Element]

  /// A picture.
  public init(
    width: Double, height: Double, title: String, description: String, elements: [Element]
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    self.elements = elements
  }
}
