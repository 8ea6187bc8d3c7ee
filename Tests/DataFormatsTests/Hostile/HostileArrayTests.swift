import DataFormats
import Experiment
import Foundation
import Testing

/// Headers of arrays that lie about what follows.
@Suite struct HostileArrayTests {
  private func message(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  private func npy(_ header: String, version: UInt8 = 1, data: Int = 0) -> String {
    let length = header.utf8.count
    let size = (0..<(version == 1 ? 2 : 4)).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    let file =
      Data([0x93] + Array("NUMPY".utf8) + [version, 0] + size) + Data(header.utf8)
      + Data(count: data)
    return message { _ = try NPYArray(decoding: file, source: "u.npy") }
  }

  private func npy(shape: String, type: String = "<f4", data: Int = 0) -> String {
    npy("{'descr': '\(type)', 'fortran_order': False, 'shape': (\(shape))}", data: data)
  }

  private func safetensors(_ header: String, body: Int = 0) -> String {
    var file = Data()
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { file.append(contentsOf: $0) }
    file += Data(header.utf8) + Data(count: body)
    return message { _ = try Safetensors(decoding: file, source: "w.safetensors") }
  }

  @Test(arguments: [
    "1099511627776,", "4611686018427387904, 4611686018427387904", "9223372036854775807, 2",
    // No element at all, and still a product that no integer holds.
    "0, 4611686018427387904, 4611686018427387904", "4611686018427387904, 0, 4",
  ])
  func shapesBeyondMemoryAreRefused(shape: String) {
    #expect(npy(shape: shape).contains("; expected extents that fit into memory; "))
  }

  @Test func moreAxesThanNumPyHasAreRefused() {
    let shape = String(repeating: "1, ", count: 65)
    #expect(npy(shape: shape, data: 4).hasPrefix("u.npy: an array of 65 axes; expected at most 64"))
    #expect(npy(shape: String(repeating: "1, ", count: 64), data: 4) == "no error")
  }

  @Test(arguments: ["|O", "O", "|V8", "<U3", "<M8[ns]", "|b1"])
  func objectsThatOnlyPickleReadsAndOtherTypesAreRefused(type: String) {
    #expect(npy(shape: "1,", type: type, data: 8).hasPrefix("u.npy: numbers of type '\(type)'"))
  }

  @Test func aHeaderOfAnyDepthOrLengthIsRefused() {
    let deep = String(repeating: "[", count: 60_000)
    #expect(npy("{'descr': \(deep)", version: 2).hasPrefix("u.npy: a header that reads"))
    #expect(
      npy(String(repeating: " ", count: 70_000), version: 2)
        == "u.npy: a header of 70000 bytes; expected at most 65536 bytes; "
        + "save the array with numpy.save.")
  }

  @Test func tensorsWithGapsOverlapsOrARestAreRefused() {
    func entry(_ name: String, _ begin: Int, _ end: Int) -> String {
      #""\#(name)":{"dtype":"F32","shape":[\#((end - begin) / 4)],"data_offsets":[\#(begin),\#(end)]}"#
    }
    #expect(safetensors("{\(entry("a", 0, 8)),\(entry("b", 8, 12))}", body: 12) == "no error")
    #expect(
      safetensors("{\(entry("a", 0, 8)),\(entry("b", 12, 16))}", body: 16)
        .hasPrefix("w.safetensors: 'b' begins at byte 12, not at 8;"))
    #expect(
      safetensors("{\(entry("a", 0, 8)),\(entry("b", 4, 12))}", body: 12)
        .hasPrefix("w.safetensors: 'b' begins at byte 4, not at 8;"))
    #expect(
      safetensors("{\(entry("a", 0, 8))}", body: 12)
        .hasPrefix("w.safetensors: arrays of 8 bytes in a body of 12 bytes;"))
  }

  @Test(arguments: [
    "[-1]", "[9223372036854775807,2]", "[0,4611686018427387904,4]", "[9223372036854775808]",
    "[1.5]",
    "[\"1\"]", "null",
  ])
  func tensorsOfNonsensicalShapesAreRefused(shape: String) {
    let header = #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":[0,4]}}"#
    #expect(safetensors(header, body: 4).hasPrefix("w.safetensors: "))
  }

  @Test func aNameThatOccursTwiceIsRefusedHoweverItIsWritten() {
    let entry = #"{"dtype":"F32","shape":[1],"data_offsets":[0,4]}"#
    for second in ["a", "\\u0061"] {
      #expect(
        safetensors("{\"a\":\(entry),\"\(second)\":\(entry)}", body: 4)
          .hasPrefix("w.safetensors: two tensors called 'a'; expected a whole safetensors file"))
    }
  }

  @Test func aHeaderOfAnyDepthOrInAnotherEncodingIsRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(safetensors("{\"a\":\(deep)").hasPrefix("w.safetensors: a header that is not the JSON"))
    var wide = Data()
    let header = Data("{}".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] })
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { wide.append(contentsOf: $0) }
    #expect(throws: AssayError.self) {
      try Safetensors(decoding: wide + header, source: "w.safetensors")
    }
  }
}
