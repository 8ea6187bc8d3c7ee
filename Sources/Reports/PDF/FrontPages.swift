import Canvas

/// The title, the facts under it and the contents.
struct FrontPages {
  let contents: ReportContents
  let entries: [ContentsEntry]

  /// The pages; how many they are decides the numbers of all others, so they are set twice.
  func pages() -> [Page] {
    pages(offset: pages(offset: 0).count)
  }

  private func pages(offset: Int) -> [Page] {
    var flow = PageFlow(section: "", y: 120)
    titleBlock(&flow)
    abstract(&flow)
    flow.newPage()
    flow.add(
      Paragraph([TextSpan("Contents")], font: PageStyle.minorHead, width: PageStyle.textWidth))
    flow.advance(6)
    for entry in entries { line(entry, offset: offset, to: &flow) }
    return flow.pages
  }

  private func titleBlock(_ flow: inout PageFlow) {
    let width = PageStyle.textWidth
    if !contents.subtitle.isEmpty {
      flow.add(
        Paragraph([TextSpan(contents.subtitle, .muted)], font: PageStyle.minorHead, width: width))
      flow.advance(8)
    }
    flow.add(
      Paragraph([TextSpan(contents.title)], font: PageStyle.title, width: width, leading: 1.2))
    flow.advance(6)
    if !contents.profiles.isEmpty {
      let labels = contents.profiles.map { "\($0.label) PROFILE" }.joined(separator: " · ")
      flow.add(Paragraph([TextSpan(labels)], font: PageStyle.minorHead, width: width))
    }
    flow.advance(14)
    for fact in contents.facts {
      let value = Paragraph(fact.value, font: PageStyle.body, width: width - 84)
      flow.need(value.height)
      flow.put(
        .elements([
          .text(
            TextRun(
              fact.name,
              at: Point(PageStyle.left, flow.y + value.leading / 2 + PageStyle.body.middleShift),
              font: PageStyle.caption, ink: .muted))
        ]))
      flow.add(value, indent: 84)
      flow.advance(2)
    }
  }

  private func abstract(_ flow: inout PageFlow) {
    guard !contents.abstract.isEmpty else { return }
    flow.advance(26)
    flow.add(
      Paragraph([TextSpan("Abstract")], font: PageStyle.minorHead, width: PageStyle.textWidth))
    flow.advance(4)
    for paragraph in contents.abstract {
      flow.add(text: paragraph.map { TextSpan($0.text, $0.style) })
    }
  }

  private func line(_ entry: ContentsEntry, offset: Int, to flow: inout PageFlow) {
    let height = entry.level == 0 ? 15.5 : 13.5
    flow.need(height)
    let indent = Double(entry.level) * 14
    let right = PageStyle.left + PageStyle.textWidth
    let font = entry.level == 0 ? PageStyle.body : Font(.serif, size: 8.5)
    let base = flow.y + height / 2 + font.middleShift
    let number = "\(entry.page + offset + 1)"
    let start = PageStyle.left + indent + font.width(of: entry.title) + 6
    let end = right - font.width(of: number) - 6
    let dots = Element.shape(
      .line(Point(start, base - 0.5), Point(max(start, end), base - 0.5)),
      .stroked(.axis, width: 0.5, dash: [0.7, 3]))
    flow.put(
      .elements([
        .text(TextRun(entry.title, at: Point(PageStyle.left + indent, base), font: font)), dots,
        .text(TextRun(number, at: Point(right, base), font: font, anchor: .end)),
      ]))
    let area = Rect(x: PageStyle.left, y: flow.y, width: PageStyle.textWidth, height: height)
    flow.put(.link(area, .place(entry.id)))
    flow.advance(height)
  }
}
