import CZlib
import Experiment
import Foundation

/// Writes a zip archive (PKWARE APPNOTE 6.3) entry by entry: deflated, without times, so that the same
/// content always gives the same bytes. Entries and archives stay below 4 GiB.
public struct ZipWriter {
  /// The first day that the format can tell, 1 January 1980, in its own form.
  private static let epoch: UInt16 = 0x0021
  private static let version: UInt16 = 20
  private static let deflated: UInt16 = 8
  /// Names are UTF-8.
  private static let nameFlag: UInt16 = 0x0800
  private static let limit = Int(UInt32.max)

  private let file: AtomicFile
  private var directory = Data()
  private var offset = 0
  private var count = 0

  private init(_ file: AtomicFile) { self.file = file }

  /// Writes the archive `url` at one stroke, with what `body` adds to it.
  public static func write(to url: URL, _ body: (inout ZipWriter) throws -> Void) throws {
    try AtomicFile.write(to: url) { file in
      var writer = ZipWriter(file)
      try body(&writer)
      try writer.finish()
    }
  }

  /// Adds `content` under `name`, which has `/` between its parts.
  /// - Throws: `AssayError` when it, or the archive with it, is too large for the format.
  public mutating func add(_ name: String, _ content: Data) throws {
    let packed = try Self.packed(content)
    let title = Data(name.utf8)
    guard content.count < Self.limit, offset + packed.count + title.count < Self.limit - 1024 else {
      throw AssayError(
        .cannotWrite, where: name, found: "more than 4 GiB", expected: "an archive below 4 GiB",
        remedy: "leave large parts out of the archive")
    }
    let checksum = content.withUnsafeBytes {
      crc32(0, $0.bindMemory(to: UInt8.self).baseAddress, uInt($0.count))
    }
    var shared = Data()
    shared.append(Self.version)
    shared.append(Self.nameFlag)
    shared.append(Self.deflated)
    shared.append(UInt16(0))
    shared.append(Self.epoch)
    shared.append(UInt32(truncatingIfNeeded: checksum))
    shared.append(UInt32(packed.count))
    shared.append(UInt32(content.count))
    shared.append(UInt16(title.count))
    shared.append(UInt16(0))
    var entry = Data()
    entry.append(UInt32(0x0403_4B50))
    entry += shared + title + packed
    try file.append(entry)
    directory.append(UInt32(0x0201_4B50))
    directory.append(Self.version)
    directory += shared
    directory += Data(count: 10)
    directory.append(UInt32(offset))
    directory += title
    offset += entry.count
    count += 1
  }

  private func finish() throws {
    var end = directory
    end.append(UInt32(0x0605_4B50))
    end += Data(count: 4)
    end.append(UInt16(count))
    end.append(UInt16(count))
    end.append(UInt32(directory.count))
    end.append(UInt32(offset))
    end.append(UInt16(0))
    try file.append(end)
  }

  /// `content` as a raw deflate stream.
  private static func packed(_ content: Data) throws -> Data {
    var stream = z_stream()
    let isReady = deflateInit2_(
      &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    precondition(isReady == Z_OK, "zlib does not start")
    defer { deflateEnd(&stream) }
    var packed = Data(count: Int(deflateBound(&stream, UInt(content.count))))
    var input = content
    let written = input.withUnsafeMutableBytes { source in
      packed.withUnsafeMutableBytes { target in
        stream.next_in = source.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = uInt(target.count)
        let result = deflate(&stream, Z_FINISH)
        precondition(result == Z_STREAM_END, "zlib does not end a stream that fits its bound")
        return Int(stream.total_out)
      }
    }
    return packed.prefix(written)
  }
}

extension Data {
  fileprivate mutating func append(_ number: UInt16) {
    append(contentsOf: [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)])
  }

  fileprivate mutating func append(_ number: UInt32) {
    append(UInt16(truncatingIfNeeded: number))
    append(UInt16(truncatingIfNeeded: number >> 16))
  }
}
