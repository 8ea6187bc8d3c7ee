import CZlib
import Experiment
import Foundation

/// Unpacks one entry of a zip archive and checks its size and CRC-32.
struct ZipUnpacking {
  private static let chunk = 1 << 18

  let entry: ZipEntry
  let directory: ZipDirectory

  func run(_ consume: (UnsafeRawBufferPointer) throws -> Void) throws {
    let first = directory.data.startIndex
    let bytes = try directory.packedBytes(of: entry)
    let packed = directory.data[(first + bytes.lowerBound)..<(first + bytes.upperBound)]
    var size = 0
    var checksum = UInt(0)
    let counted: (UnsafeRawBufferPointer) throws -> Void = { piece in
      size += piece.count
      // Stops an entry that unpacks to more than it declares before it fills the disk.
      guard size <= entry.size else { throw directory.damaged("entry '\(entry.name)'") }
      checksum = crc32(
        checksum, piece.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt32(piece.count))
      try consume(piece)
    }
    switch entry.method {
    case .stored: try copy(packed, to: counted)
    case .deflated: try inflate(packed, to: counted)
    }
    guard size == entry.size, checksum == UInt(entry.checksum) else {
      throw directory.damaged("entry '\(entry.name)'")
    }
  }

  private func copy(
    _ packed: Data, to consume: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try packed.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
        let end = min(start + Self.chunk, bytes.count)
        try consume(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      }
    }
  }

  private func inflate(
    _ packed: Data, to consume: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var stream = z_stream()
    // Negative window bits: raw deflate without a zlib header.
    let opened = inflateInit2_(
      &stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(opened == Z_OK, "zlib does not start: \(opened)")
    defer { inflateEnd(&stream) }
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { output.deallocate() }
    try packed.withUnsafeBytes { bytes in
      for start in stride(from: 0, to: bytes.count, by: Self.chunk) {
        let end = min(start + Self.chunk, bytes.count)
        let piece = UnsafeMutableRawBufferPointer(
          mutating: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
        stream.next_in = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.avail_in = UInt32(piece.count)
        if try drain(&stream, through: output, to: consume) { return }
      }
      throw directory.damaged("entry '\(entry.name)'")
    }
  }

  /// Unpacks what `stream` was given; true at the end of the packed data.
  private func drain(
    _ stream: inout z_stream, through output: UnsafeMutableRawBufferPointer,
    to consume: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Bool {
    repeat {
      stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(output.count)
      let status = CZlib.inflate(&stream, Z_NO_FLUSH)
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else {
        throw directory.damaged("entry '\(entry.name)'")
      }
      let count = output.count - Int(stream.avail_out)
      if count > 0 { try consume(UnsafeRawBufferPointer(rebasing: output[..<count])) }
      if status == Z_STREAM_END { return true }
    } while stream.avail_out == 0
    return false
  }
}
