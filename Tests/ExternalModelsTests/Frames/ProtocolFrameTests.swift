import ExternalModels
import Foundation
import Testing

@Suite struct ProtocolFrameTests {
  @Test func aFrameHasTheBytesOfTheDocument() {
    let frame = ProtocolFrame.head(Data(#"{"type":"bye"}"#.utf8), bodyBytes: 0x0102)
    #expect(Array(frame.prefix(16)) == [65, 83, 89, 49, 14, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0])
    #expect(String(decoding: frame.dropFirst(16), as: UTF8.self) == #"{"type":"bye"}"#)
  }

  @Test func lengthsAreKnownOnceTheBeginningHasArrived() throws {
    let frame = ProtocolFrame.head(Data("{}".utf8), bodyBytes: 7)
    for count in 0..<16 { #expect(try lengths(frame.prefix(count)) == nil) }
    let lengths = try #require(try lengths(frame))
    #expect(lengths.header == 2)
    #expect(lengths.body == 7)
  }

  @Test func aWrongByteIsNoticedAtOnce() {
    #expect(throws: FrameFault.noMark("'A?'")) { try lengths(Data("A?".utf8)) }
    #expect(throws: FrameFault.noMark("'loss 0.5\\n'")) { try lengths(Data("loss 0.5\n".utf8)) }
  }

  @Test func lengthsBeyondTheirBoundsAreRefused() {
    #expect(throws: FrameFault.headerLength(1)) { try lengths(beginning(header: 1, body: 0)) }
    #expect(throws: FrameFault.headerLength(1_048_577)) {
      try lengths(beginning(header: 1_048_577, body: 0))
    }
    #expect(throws: FrameFault.bodyLength(101, limit: 100)) {
      try lengths(beginning(header: 2, body: 101))
    }
    #expect(throws: FrameFault.bodyLength(.max, limit: 100)) {
      try lengths(beginning(header: 2, body: .max))
    }
  }

  @Test func bracketsWithinTextsDoNotCount() throws {
    let text = #"{"a":"\#(String(repeating: "[", count: 1000))\"[","b":[[1]]}"#
    try Data(text.utf8).withUnsafeBytes { try ProtocolFrame.check(header: $0) }
  }

  @Test func aHeaderIsTextOfBoundedDepth() {
    #expect(throws: FrameFault.notText) {
      try Data([0x7b, 0xff, 0x7d]).withUnsafeBytes { try ProtocolFrame.check(header: $0) }
    }
    let deep = String(repeating: "[", count: 65)
    #expect(throws: FrameFault.tooDeep) {
      try Data(deep.utf8).withUnsafeBytes { try ProtocolFrame.check(header: $0) }
    }
  }

  private func beginning(header: UInt32, body: UInt64) -> Data {
    var bytes = Data(ProtocolFrame.mark)
    withUnsafeBytes(of: header.littleEndian) { bytes.append(contentsOf: $0) }
    withUnsafeBytes(of: body.littleEndian) { bytes.append(contentsOf: $0) }
    return bytes
  }

  private func lengths(_ bytes: Data) throws -> ProtocolFrame.Lengths? {
    try bytes.withUnsafeBytes { try ProtocolFrame.lengths($0, bodyLimit: 100) }
  }
}
