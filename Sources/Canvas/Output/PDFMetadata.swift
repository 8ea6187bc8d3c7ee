/// What a PDF file says of itself.
public struct PDFMetadata: Sendable, Equatable {
  /// The title.
  public var title: String
  /// Who made it.
  public var author: String
  /// What it is about.
  public var subject: String
  /// When its content was made, ISO 8601 in UTC, as in `2026-01-31T12:00:00Z`; never the time of
  /// writing, so that the same content gives the same bytes.
  public var date: String

  /// Metadata.
  public init(title: String, author: String, subject: String, date: String) {
    self.title = title
    self.author = author
    self.subject = subject
    self.date = date
  }
}
