import CZlib
import Experiment
import Foundation

/// Unpacks a compressed element: a zlib stream of one element with its tag.
struct MATInflation {
  /// Deflate cannot pack better than this, so a larger claim is a damaged file (zlib's technical notes).
  private static let greatestRatio = 1032
  /// The format's own limit for one variable ("MAT-File Format", chapter 1: less than 2^31 bytes).
  private static let greatestSize = 1 << 31
  private static let tagSize = 8

  let source: String

  /// The tag and the body of the element in `packed`.
  func inflate(_ packed: Data, order: MATByteOrder) throws -> Data {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw damaged
    }
    defer { inflateEnd(&stream) }
    return try packed.withUnsafeBytes { bytes in
      let input = UnsafeMutableRawBufferPointer(mutating: bytes)
      stream.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_in = UInt32(bytes.count)
      var tag = Data(count: Self.tagSize)
      try fill(&tag, from: &stream)
      let size = tag.withUnsafeBytes { Int(order.load($0, at: 4, as: UInt32.self)) }
      guard size <= Self.greatestRatio * (bytes.count + 1), size < Self.greatestSize else {
        throw damaged
      }
      var body = Data(count: size)
      try fill(&body, from: &stream)
      try finish(&stream)
      return tag + body
    }
  }

  private func fill(_ output: inout Data, from stream: inout z_stream) throws {
    guard !output.isEmpty else { return }
    let count = output.count
    try output.withUnsafeMutableBytes { bytes in
      stream.next_out = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(count)
      while stream.avail_out > 0 {
        let status = CZlib.inflate(&stream, Z_NO_FLUSH)
        if stream.avail_out == 0, status == Z_OK || status == Z_STREAM_END { return }
        guard status == Z_OK else { throw damaged }
      }
    }
  }

  /// Reads on to the checksum: nothing but padding may follow the body.
  private func finish(_ stream: inout z_stream) throws {
    var spare = [UInt8](repeating: 0, count: 64)
    let status = spare.withUnsafeMutableBufferPointer { bytes in
      stream.next_out = bytes.baseAddress
      stream.avail_out = UInt32(bytes.count)
      return CZlib.inflate(&stream, Z_FINISH)
    }
    guard status == Z_STREAM_END else { throw damaged }
  }

  private var damaged: AssayError {
    MATElementReader.damaged(source, "compressed bytes that do not unpack")
  }
}
