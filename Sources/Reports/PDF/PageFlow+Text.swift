import Canvas

extension PageFlow {
  /// Sets running text.
  mutating func add(text spans: [TextSpan]) {
    add(Paragraph(spans, font: PageStyle.body, width: PageStyle.textWidth, leading: 1.55))
    advance(9)
  }

  /// Sets what a section has to say, in larger type.
  mutating func add(lead spans: [TextSpan]) {
    let lead = Paragraph(spans, font: PageStyle.lead, width: PageStyle.textWidth, leading: 1.5)
    need(min(lead.height, 3 * lead.leading))
    add(lead)
    advance(9)
  }

  /// Sets a heading inside a section; it stays with what follows.
  mutating func add(heading title: String) {
    need(90)
    skip(4)
    add(Paragraph([TextSpan(title)], font: PageStyle.minorHead, width: PageStyle.textWidth))
    advance(4)
  }

  /// Sets lines of a program, each as wide as the text at most.
  mutating func add(listing lines: String) {
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      let text = line.isEmpty ? " " : String(line)
      add(Paragraph([TextSpan(text, .code)], font: PageStyle.small, width: PageStyle.textWidth))
    }
    advance(9)
  }

  /// Sets a sentence of a list behind its dot.
  mutating func add(item spans: [TextSpan]) {
    let paragraph = Paragraph(
      spans, font: PageStyle.body, width: PageStyle.textWidth - 14, leading: 1.55)
    need(min(paragraph.height, 3 * paragraph.leading))
    let bullet = Point(PageStyle.left + 4, y + paragraph.leading / 2)
    put(.elements([.shape(.circle(centre: bullet, radius: 1.2), .filled(.axis))]))
    add(paragraph, indent: 14)
    advance(4)
  }

  /// Sets names in a column of their own beside what is said of each.
  mutating func add(_ facts: [Fact]) {
    for fact in facts {
      let value = Paragraph(
        fact.value, font: PageStyle.body, width: PageStyle.textWidth - PageStyle.factIndent,
        leading: 1.5)
      need(min(value.height, 3 * value.leading))
      let base = y + value.leading / 2 + PageStyle.body.middleShift
      put(
        .elements([
          .text(
            TextRun(
              fact.name, at: Point(PageStyle.left, base), font: PageStyle.caption, ink: .muted))
        ]))
      add(value, indent: PageStyle.factIndent)
      advance(4)
    }
    advance(6)
  }
}
