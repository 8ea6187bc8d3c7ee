import DataFormats
import Foundation
import Testing

@Suite struct InflationTests {
  private let packed: Data
  private let plain = PackedContent.pattern(5000)

  init() throws {
    packed = try Data(contentsOf: reference("packed/pattern.gz"))
  }

  private func unpack(_ data: Data, limit: Int = 10_000) throws -> Data {
    try Inflation(limit: limit, source: "a.gz").unpack(data)
  }

  @Test func aFileOfGzipUnpacksToWhatWasPacked() throws {
    #expect(Inflation.isGzip(packed))
    #expect(try unpack(packed) == plain)
    #expect(try unpack(packed + packed) == plain + plain)
    #expect(try Inflation.read(reference("packed/pattern.gz"), limit: 5000) == plain)
  }

  @Test func nothingUnpacksBeyondItsBound() {
    #expect(message { _ = try unpack(packed, limit: 5000) } == "no error")
    #expect(
      message { _ = try unpack(packed, limit: 4999) }
        == "a.gz: more than 4999 bytes of unpacked data; expected at most 4999 bytes; "
        + "check that it is the right file.")
  }

  @Test func aCutDamagedOrLongerFileIsRefused() {
    for count in [0, 1, 9, 10, 11, packed.count / 2, packed.count - 1] {
      #expect(message { _ = try unpack(packed.prefix(count)) }.contains("cut short"))
    }
    var damaged = packed
    damaged[packed.count - 6] ^= 1
    #expect(message { _ = try unpack(damaged) }.contains("packed data damaged"))
    #expect(
      message { _ = try unpack(packed + Data("x".utf8)) }.contains("1 bytes behind the packed data")
    )
    #expect(message { _ = try unpack(plain) }.contains("packed data damaged"))
  }
}
