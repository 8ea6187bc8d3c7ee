extension Drawing {
  /// The drawing as an SVG element with real text; `id` must be unique in the page.
  ///
  /// Every colour is written twice: as an attribute for white paper, and as a class (`f-text`,
  /// `s-c0`, …) that a page's style sheet may paint differently. Same drawing, same bytes.
  public func svg(id: String) -> String {
    var writer = SVGWriter(id: id)
    writer.open(self)
    elements.forEach { writer.write($0) }
    return writer.text + "</svg>"
  }
}
