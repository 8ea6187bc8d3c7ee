import Canvas

/// Fills pages from top to bottom.
struct PageFlow {
  private(set) var pages: [Page]
  /// Where the next thing begins.
  private(set) var y: Double
  private var section: String

  init(section: String, y: Double = PageStyle.top) {
    pages = [Page(section: section)]
    self.section = section
    self.y = y
  }

  /// The number of the current page, from 0.
  var pageIndex: Int { pages.count - 1 }

  /// What is left of the page.
  var room: Double { PageStyle.bottom - y }

  mutating func newPage() {
    pages.append(Page(section: section))
    y = PageStyle.top
  }

  /// Begins a part; a page that begins with it carries its name.
  mutating func begin(_ title: String) {
    section = title
    if y == PageStyle.top { pages[pageIndex].section = title }
  }

  /// Continues at `y` of a page that exists.
  mutating func move(to y: Double) { self.y = y }

  /// Begins a new page unless `height` fits or the page is empty.
  mutating func need(_ height: Double) {
    if room < height, y > PageStyle.top { newPage() }
  }

  mutating func skip(_ distance: Double) {
    if y > PageStyle.top { y += distance }
  }

  mutating func put(_ item: PageItem) { pages[pageIndex].items.append(item) }

  mutating func advance(_ distance: Double) { y += distance }

  mutating func mark(_ name: String) {
    put(.place(name, at: Point(PageStyle.left, max(0, y - 24))))
  }

  /// Sets a paragraph, over several pages if it must; no single line stays behind.
  mutating func add(_ paragraph: Paragraph, indent: Double = 0) {
    var line = 0
    while line < paragraph.lineCount {
      let rest = paragraph.lineCount - line
      var fit = min(rest, Int((room + 0.01) / paragraph.leading))
      if fit < rest, fit < 2 || rest - fit < 2 { fit = max(0, min(fit, rest - 2)) }
      if fit < min(2, rest), y > PageStyle.top {
        newPage()
        continue
      }
      fit = max(1, fit)
      put(.lines(paragraph, line..<(line + fit), at: Point(PageStyle.left + indent, y)))
      advance(Double(fit) * paragraph.leading)
      line += fit
    }
  }

  /// A horizontal line over the text width.
  mutating func rule(width: Double, ink: Ink = .text) {
    let end = PageStyle.left + PageStyle.textWidth
    put(
      .elements([
        .shape(.line(Point(PageStyle.left, y), Point(end, y)), .stroked(ink, width: width))
      ]))
  }
}
