import DataFormats
import Foundation
import Testing

@Suite struct IDXArrayTests {
  private func read(_ bytes: [UInt8]) throws -> IDXArray {
    try IDXArray(decoding: Data(bytes), source: "labels")
  }

  @Test func anArrayHasItsShapeAndBytes() throws {
    let images = try read([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 1, 2, 3, 4, 5, 255])
    #expect(images.shape == [2, 1, 3])
    #expect(images.values == [1, 2, 3, 4, 5, 255])
    #expect(try read([0, 0, 8, 1, 0, 0, 0, 0]).values.isEmpty)
  }

  @Test(
    arguments: [
      ([], "a file that begins with nothing; expected 00 00 at byte 0"),
      ([0x1F, 0x8B, 8, 0], "a file that begins with 1f 8b 08 00"),
      ([0, 0, 0x0D, 1, 0, 0, 0, 0], "elements of type 0d at byte 2; expected unsigned bytes (08)"),
      ([0, 0, 8, 0], "0 axes in 4 bytes"), ([0, 0, 8, 3, 0, 0, 0, 1], "3 axes in 8 bytes"),
      ([0, 0, 8, 1, 0, 0, 0, 3, 1, 2], "2 bytes behind byte 8 for the shape [3]"),
      ([0, 0, 8, 1, 0, 0, 0, 1, 1, 2], "2 bytes behind byte 8 for the shape [1]"),
      (
        [0, 0, 8, 2, 255, 255, 255, 255, 255, 255, 255, 255, 1],
        "1 bytes behind byte 12 for the shape [4294967295, 4294967295]"
      ),
    ] as [([UInt8], String)])
  func aForeignCutOrLongerFileIsRefused(bytes: [UInt8], found: String) {
    #expect(message { _ = try read(bytes) }.hasPrefix("labels: \(found)"))
  }
}
