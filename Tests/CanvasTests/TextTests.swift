import Canvas
import Testing

@Suite struct TextTests {
  @Test func widthGrowsWithTextSizeAndWeight() {
    let font = Font(size: 10)
    #expect(font.width(of: "") == 0)
    #expect(font.width(of: "NMSE") > font.width(of: "NM"))
    let twice = Font(size: 20).width(of: "NMSE")
    // Widths are kept in 1/1024 of a point for every glyph.
    #expect(abs(twice - 2 * font.width(of: "NMSE")) < 0.05)
    #expect(Font(size: 10, weight: .bold).width(of: "NMSE") > font.width(of: "NMSE"))
  }

  @Test func digitsAreEquallyWideSoThatColumnsAlign() {
    let font = Font(size: 10)
    let widths = (0...9).map { font.width(of: String($0)) }
    #expect(widths.allSatisfy { abs($0 - widths[0]) < 0.01 })
    #expect(abs(font.width(of: "1\u{2007}1") - 3 * widths[0]) < 0.01)
  }

  @Test func paragraphsBreakIntoLinesOfTheirWidth() {
    let words = TextSpan(Array(repeating: "word", count: 40).joined(separator: " "))
    let narrow = Paragraph([words], font: Font(.serif, size: 9), width: 100)
    #expect(narrow.lineCount > 5)
    #expect(narrow.inkWidth <= 100)
    #expect(narrow.height == Double(narrow.lineCount) * narrow.leading)
  }

  @Test func theDeclaredFontsHaveEverySignOfReports() {
    let signs = "−×·≈●▲▼↓↑†—…Σŷ²⁰¹³⁴⁵⁶⁷⁸⁹⁻∞∂∇\u{2007}\u{2008}\u{202F}"
    for style in [TextSpan.Style.plain, .strong, .code] {
      let paragraph = Paragraph([TextSpan(signs, style)], font: Font(size: 9), width: 900)
      #expect(paragraph.unknownGlyphCount == 0)
    }
  }

  @Test func markupInTextStaysText() {
    let hostile = Paragraph(
      [TextSpan("<b>&amp;</b>\u{2}", .code)], font: Font(size: 9), width: 900)
    #expect(hostile.lineCount == 1)
    #expect(hostile.inkWidth > Font(size: 7).width(of: "<b>&amp;"))
  }
}
