import CZlib
import Experiment
import Foundation

/// Unpacks gzip (RFC 1952) and zlib (RFC 1950) data, never beyond a bound.
public struct Inflation: Sendable {
  private static let chunk = 1 << 18
  private static let gzipMagic: [UInt8] = [0x1F, 0x8B]

  /// The unpacked bytes beyond which data are refused.
  private let limit: Int
  private let source: String

  /// An inflation of at most `limit` bytes; `source` names the file in errors.
  public init(limit: Int, source: String) {
    precondition(limit >= 0, "a limit of \(limit) bytes")
    self.limit = limit
    self.source = source
  }

  /// Whether `data` begin as gzip does; a name says nothing about that.
  public static func isGzip(_ data: Data) -> Bool { data.prefix(2).elementsEqual(gzipMagic) }

  /// The bytes of the file at `url`, unpacked when they begin as gzip does.
  /// - Throws: `AssayError` (bad input) when it cannot be read, is damaged or unpacks to more than
  ///   `limit` bytes; a file that is not packed may not be longer either.
  public static func read(_ url: URL, limit: Int) throws -> Data {
    let data = try FileBytes.read(url)
    let inflation = Inflation(limit: limit, source: url.path)
    if isGzip(data) { return try inflation.unpack(data) }
    guard data.count <= limit else { throw inflation.tooLong("\(data.count) bytes") }
    return data
  }

  /// The bytes in `packed`, gzip or zlib with its checksum; several gzip members are one file.
  /// - Throws: `AssayError` (bad input) when they are damaged, cut short, followed by others, or more
  ///   than the limit.
  public func unpack(_ packed: Data) throws -> Data {
    var stream = z_stream()
    // 32 more window bits: zlib finds out which of the two headers there is.
    let opened = inflateInit2_(
      &stream, MAX_WBITS + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(opened == Z_OK, "zlib does not start: \(opened)")
    defer { inflateEnd(&stream) }
    var unpacked = Data()
    try packed.withUnsafeBytes { bytes in
      var position = 0
      repeat {
        position += try member(bytes[position...], of: &stream, into: &unpacked)
        inflateReset(&stream)
      } while position < bytes.count && bytes[position...].prefix(2).elementsEqual(Self.gzipMagic)
      guard position == bytes.count else {
        throw damaged("\(bytes.count - position) bytes behind the packed data")
      }
    }
    return unpacked
  }

  /// Unpacks one member at the start of `bytes`; how many bytes it took.
  private func member(
    _ bytes: Slice<UnsafeRawBufferPointer>, of stream: inout z_stream, into unpacked: inout Data
  ) throws -> Int {
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunk, alignment: 16)
    defer { output.deallocate() }
    var position = bytes.startIndex
    while true {
      let end = min(position + Self.chunk, bytes.endIndex)
      let piece = UnsafeMutableRawBufferPointer(
        mutating: UnsafeRawBufferPointer(rebasing: bytes[position..<end]))
      stream.next_in = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_in = UInt32(piece.count)
      stream.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(output.count)
      let status = CZlib.inflate(&stream, Z_NO_FLUSH)
      position = end - Int(stream.avail_in)
      let count = output.count - Int(stream.avail_out)
      guard count <= limit - unpacked.count else { throw tooLong("more than \(limit) bytes") }
      unpacked.append(contentsOf: UnsafeRawBufferPointer(rebasing: output[..<count]))
      if status == Z_STREAM_END { return position - bytes.startIndex }
      guard status == Z_OK || (status == Z_BUF_ERROR && count > 0) else {
        throw damaged(
          "packed data \(status == Z_BUF_ERROR ? "cut short" : "damaged") at byte "
            + "\(position) of \(bytes.endIndex)")
      }
    }
  }

  private func damaged(_ found: String) -> AssayError {
    .badFile(
      source, found: found, expected: "whole data packed by gzip or zlib",
      remedy: "download or copy the file again")
  }

  private func tooLong(_ found: String) -> AssayError {
    .badFile(
      source, found: "\(found) of unpacked data", expected: "at most \(limit) bytes",
      remedy: "check that it is the right file")
  }
}
