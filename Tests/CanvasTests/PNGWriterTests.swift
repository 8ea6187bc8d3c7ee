import Canvas
import Testing

@Suite struct PNGWriterTests {
  @Test func aDrawingBecomesAPNGOfItsScaledSize() {
    let drawing = Drawing(
      width: 30, height: 20, title: "", description: "",
      elements: [.shape(.rect(Rect(x: 0, y: 0, width: 10, height: 10)), .filled(.text))])
    let bytes = PNGWriter.encoded(drawing, scale: 2)
    #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(Array(bytes[16..<24]) == [0, 0, 0, 60, 0, 0, 0, 40])
    #expect(PNGWriter.encoded(drawing, scale: 2) == bytes)
  }
}
