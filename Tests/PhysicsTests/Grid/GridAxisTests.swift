import Physics
import Testing

@Suite("A grid axis")
struct GridAxisTests {
  @Test(arguments: [0.0, 0.7, 2.0])
  func facesSpanTheLengthAndMirrorEachOther(stretching: Double) {
    let axis = GridAxis(cells: 33, length: 0.05, stretching: stretching)
    #expect(axis.faces[0] == 0)
    #expect(axis.length == 0.05)
    #expect(axis.widths == axis.widths.reversed())
    #expect(abs(axis.widths.reduce(0, +) - 0.05) < 1e-16)
  }

  @Test func stretchingGathersCellsAtTheWalls() {
    let widths = GridAxis(cells: 32, length: 1, stretching: 1.5).widths
    #expect(widths[0] < 0.5 * widths[16])
    #expect(zip(widths[0..<16], widths[1..<16]).allSatisfy { $0 < $1 })
  }

  @Test func noStretchingIsUniform() {
    let widths = GridAxis(cells: 10, length: 1).widths
    #expect(widths.allSatisfy { abs($0 - 0.1) < 1e-15 })
  }
}
