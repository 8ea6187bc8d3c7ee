import Canvas

/// One thing on a page of the PDF report.
enum PageItem {
  /// Lines and words that do not flow.
  case elements([Element])
  /// Some lines of a paragraph.
  case lines(Paragraph, Range<Int>, at: Point)
  /// A figure.
  case drawing(Drawing, at: Point, scale: Double)
  /// A place that links lead to.
  case place(String, at: Point)
  /// An area that leads somewhere.
  case link(Rect, TextSpan.Target)
}
