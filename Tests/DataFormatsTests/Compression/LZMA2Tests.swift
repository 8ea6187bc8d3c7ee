import DataFormats
import Foundation
import Testing

/// Against files that liblzma packed (Tests/References/packed/make.py).
@Suite struct LZMA2Tests {
  private func unpack(_ data: Data, limit: Int = 100_000) throws -> Data {
    try LZMA2(limit: limit, source: "a").unpack(data)
  }

  private func file(_ name: String) throws -> Data {
    try Data(contentsOf: reference("packed/\(name).lzma2"))
  }

  @Test func whatLiblzmaPackedUnpacks() throws {
    #expect(try unpack(file("pattern")) == PackedContent.pattern(5000))
    #expect(try unpack(file("properties")) == PackedContent.text(2000))
    #expect(try unpack(file("noise")) == PackedContent.noise(3000) + PackedContent.pattern(3000))
    #expect(try unpack(Data([0])).isEmpty)
    #expect(try unpack(Data([1, 0, 2, 7, 8, 9, 0])) == Data([7, 8, 9]))
  }

  @Test func noPrefixUnpacksAndNothingLeavesTheBound() throws {
    let whole = try file("properties")
    for count in stride(from: 0, to: whole.count, by: 7) {
      #expect(message { _ = try unpack(whole.prefix(count)) } != "no error")
    }
    #expect(message { _ = try unpack(whole, limit: 20) }.contains("more than 20 bytes"))
  }

  /// Whatever the bytes are, the decoder ends with an answer or an error.
  @Test func damagedBytesEndInAnErrorOrInOtherBytes() throws {
    let whole = try file("pattern")
    var refused = 0
    for place in 0..<min(whole.count, 400) {
      var damaged = whole
      damaged[place] ^= UInt8(1 << (place % 8))
      if message(of: { _ = try unpack(damaged) }) != "no error" { refused += 1 }
    }
    #expect(refused > 300)
  }

  @Test(
    arguments: [
      ([2, 0, 0, 7, 0], "a first chunk of kind 02"),
      ([0x80, 0, 0, 0, 0, 0], "a first chunk of kind 80"),
      ([3], "a first chunk of kind 03"), ([1, 0, 9, 1], "a stored chunk cut short"),
      ([1, 0, 0, 7, 0xA0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0], "a packed chunk without properties"),
      ([0xE0, 0, 0, 0, 4, 225, 0, 0, 0, 0, 0], "properties e1"),
      ([0, 0], "1 bytes behind the end mark"), ([], "an end without an end mark"),
    ] as [([UInt8], String)])
  func chunksThatCannotBeAreRefused(bytes: [UInt8], found: String) {
    #expect(message { _ = try unpack(Data(bytes)) }.contains(found))
  }
}
