import Canvas
import Figures

/// Sets a report's contents on pages and writes them.
struct PDFComposer {
  /// The most rows of pictures on one page.
  private static let rowsOfFields = 4

  private let contents: ReportContents
  private let sections: [Section]
  private let path: String

  init(_ contents: ReportContents, path: String) {
    self.contents = contents
    sections = PaperArrangement(contents).sections
    self.path = path
  }

  func compose() throws {
    var flow = PageFlow(section: sections.first?.title ?? "")
    var entries: [ContentsEntry] = []
    for section in sections { add(section, level: 0, to: &flow, entries: &entries) }
    let front = FrontPages(contents: contents, entries: entries).pages()
    let pages = front.map { ($0, true) } + flow.pages.map { ($0, false) }
    let document = try PDFDocument(
      path: path, width: PageStyle.width, height: PageStyle.height, metadata: metadata)
    for (index, (page, isFront)) in pages.enumerated() {
      if !isFront { document.draw(running(page, number: index + 1, of: pages.count)) }
      page.items.forEach { draw($0, on: document) }
      document.endPage()
    }
    outline(entries, in: document)
    try document.finish()
  }

  private var metadata: PDFMetadata {
    PDFMetadata(
      title: contents.title, author: "Assay", subject: contents.subtitle,
      date: contents.date.isEmpty ? "1970-01-01T00:00:00Z" : contents.date)
  }

  private func draw(_ item: PageItem, on document: PDFDocument) {
    switch item {
    case .elements(let elements): document.draw(elements)
    case .lines(let paragraph, let lines, let place):
      document.draw(paragraph, lines: lines, at: place)
    case .drawing(let drawing, let place, let scale):
      document.draw(drawing, at: place, scale: scale)
    case .place(let name, let place): document.mark(name, at: place)
    case .link(let area, let target): document.link(area, to: target)
    }
  }

  private func outline(_ entries: [ContentsEntry], in document: PDFDocument) {
    var parent: Int?
    for entry in entries {
      let number = document.outline(
        entry.title, to: entry.id, below: entry.level == 0 ? nil : parent)
      if entry.level == 0 { parent = number }
    }
  }

  private func add(
    _ section: Section, level: Int, to flow: inout PageFlow, entries: inout [ContentsEntry]
  ) {
    if level == 0, !entries.isEmpty {
      flow.room > 200 ? flow.skip(30) : flow.newPage()
    } else {
      flow.skip(14)
    }
    flow.need(150)
    flow.begin(section.title)
    flow.mark(section.id)
    entries.append(
      ContentsEntry(title: section.title, id: section.id, level: level, page: flow.pageIndex))
    heading(section, level: level, in: &flow)
    add(section.blocks, to: &flow)
    section.parts.forEach { add($0, level: level + 1, to: &flow, entries: &entries) }
  }

  private func heading(_ section: Section, level: Int, in flow: inout PageFlow) {
    let font = level == 0 ? PageStyle.head : PageStyle.subhead
    let heading = Paragraph(
      [TextSpan(section.title)], font: font, width: PageStyle.textWidth - 70, leading: 1.3)
    if !section.note.isEmpty {
      let place = Point(
        PageStyle.left + PageStyle.textWidth, flow.y + heading.leading / 2 + font.middleShift)
      flow.put(
        .elements([
          .text(
            TextRun(
              "\(section.note) PROFILE", at: place, font: PageStyle.label, ink: .muted,
              anchor: .end))
        ]))
    }
    flow.add(heading)
    flow.advance(7)
  }

  /// Figures that follow each other share their columns.
  private func add(_ blocks: [Block], to flow: inout PageFlow) {
    var figures: [PageFlow.Figure] = []
    for block in blocks {
      if case .figure(let figure) = block {
        figures += Self.figures(figure)
        continue
      }
      flow.add(figures)
      figures = []
      add(block, to: &flow)
    }
    flow.add(figures)
  }

  private static func figures(_ figure: Illustration) -> [PageFlow.Figure] {
    let caption = Paragraph(
      [TextSpan(figure.data.title + ". ", .strong), TextSpan(figure.data.caption)],
      font: PageStyle.caption, width: PageFlow.Figure.columnWidth)
    return figure.data.parts(rows: rowsOfFields).enumerated().map { index, part in
      PageFlow.Figure(
        id: index == 0 ? figure.id : "\(figure.id).\(index)",
        drawing: part.drawing(width: PageFlow.Figure.drawnWidth), caption: caption)
    }
  }

  private func add(_ block: Block, to flow: inout PageFlow) {
    switch block {
    case .lead(let spans): flow.add(lead: spans)
    case .paragraph(let spans): flow.add(text: spans)
    case .list(let items):
      items.forEach { flow.add(item: $0) }
      flow.advance(5)
    case .facts(let facts): flow.add(facts)
    case .heading(let title): flow.add(heading: title)
    case .listing(let lines): flow.add(listing: lines)
    case .table(let table): flow.add(table)
    case .figure(let figure): flow.add(Self.figures(figure))
    case .folded(_, let blocks), .onPaper(let blocks): add(blocks, to: &flow)
    case .onScreen: break
    }
  }

  private func running(_ page: Page, number: Int, of count: Int) -> [Element] {
    let right = PageStyle.left + PageStyle.textWidth
    let labels = contents.profiles.map(\.label).joined(separator: " · ")
    let head = labels.isEmpty ? contents.title : "\(contents.title)  —  \(labels)"
    return [
      .text(
        TextRun(head, at: Point(PageStyle.left, 58), font: PageStyle.running, ink: .muted)),
      .text(
        TextRun(
          page.section, at: Point(right, 58), font: PageStyle.running, ink: .muted, anchor: .end)),
      .shape(
        .line(Point(PageStyle.left, 64), Point(right, 64)), .stroked(.grid, width: 0.6)),
      .text(
        TextRun(
          "\(number) / \(count)", at: Point(right, 800), font: PageStyle.running, ink: .muted,
          anchor: .end)),
    ]
  }
}
