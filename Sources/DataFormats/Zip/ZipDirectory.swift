import Experiment
import Foundation

/// Reads the central directory of a zip archive, with its 64-bit extensions (PKWARE APPNOTE 6.3,
/// sections 4.3.12, 4.3.14–16, 4.5.3).
struct ZipDirectory {
  private static let endSignature = 0x0605_4B50
  private static let end64LocatorSignature = 0x0706_4B50
  private static let end64Signature = 0x0606_4B50
  private static let entrySignature = 0x0201_4B50
  private static let localSignature = 0x0403_4B50
  private static let endSize = 22
  private static let longestComment = 0xFFFF

  let data: Data
  let source: String

  func entries() throws -> [ZipEntry] {
    let (offset, count) = try location()
    var entries: [ZipEntry] = []
    var position = offset
    for _ in 0..<count {
      guard field(position, 4) == Self.entrySignature else { throw damaged("its directory") }
      let (entry, next) = try entry(at: position)
      entries.append(entry)
      position = next
    }
    return entries
  }

  /// The unsigned little-endian number of `size` bytes at `offset`, or nil beyond the end.
  func field(_ offset: Int, _ size: Int) -> Int? {
    guard offset >= 0, offset <= data.count - size else { return nil }
    var value: UInt64 = 0
    for index in 0..<size {
      value |= UInt64(data[data.startIndex + offset + index]) << UInt64(8 * index)
    }
    return Int(exactly: value)
  }

  /// The bytes of `entry` in the archive, local header and packed content, from its start.
  func bytes(of entry: ZipEntry) throws -> Range<Int> {
    entry.headerOffset..<(try packedBytes(of: entry).upperBound)
  }

  /// The packed content of `entry`, from the archive's start.
  func packedBytes(of entry: ZipEntry) throws -> Range<Int> {
    let header = entry.headerOffset
    guard field(header, 4) == Self.localSignature,
      let nameSize = field(header + 26, 2), let extraSize = field(header + 28, 2)
    else { throw damaged("entry '\(entry.name)'") }
    let start = header + 30 + nameSize + extraSize
    let (end, overflow) = start.addingReportingOverflow(entry.packedSize)
    guard !overflow, end <= data.count else { throw damaged("entry '\(entry.name)'") }
    return start..<end
  }

  func damaged(_ part: String) -> AssayError {
    .badFile(
      source, found: "\(part) is damaged or cut short", expected: "a whole zip archive",
      remedy: "download or copy the archive again")
  }

  private func location() throws -> (offset: Int, count: Int) {
    let last = data.count - Self.endSize
    let first = max(0, last - Self.longestComment)
    guard last >= 0,
      let end = stride(from: last, through: first, by: -1)
        .first(where: { field($0, 4) == Self.endSignature })
    else {
      throw AssayError.badFile(
        source, found: "no directory of a zip archive at its end", expected: "a whole zip archive",
        remedy: "download or copy the archive again")
    }
    if field(end - 20, 4) == Self.end64LocatorSignature {
      guard let record = field(end - 12, 8), field(record, 4) == Self.end64Signature,
        let count = field(record + 32, 8), let offset = field(record + 48, 8)
      else { throw damaged("its 64-bit directory") }
      return (offset, count)
    }
    guard let count = field(end + 10, 2), let offset = field(end + 16, 4) else {
      throw damaged("its directory")
    }
    return (offset, count)
  }

  private func entry(at position: Int) throws -> (ZipEntry, next: Int) {
    guard let flags = field(position + 8, 2), let code = field(position + 10, 2),
      let checksum = field(position + 16, 4), let packed = field(position + 20, 4),
      let size = field(position + 24, 4), let nameSize = field(position + 28, 2),
      let extraSize = field(position + 30, 2), let commentSize = field(position + 32, 2),
      let attributes = field(position + 38, 4), let offset = field(position + 42, 4),
      field(position + 46 + nameSize + extraSize + commentSize, 0) != nil
    else { throw damaged("its directory") }
    let nameStart = data.startIndex + position + 46
    let name = String(decoding: data[nameStart..<(nameStart + nameSize)], as: UTF8.self)
    guard flags & 1 == 0 else { throw refused(name, "is encrypted", "plain entries") }
    try checkType(attributes >> 28, name)
    let long = wide([size, packed, offset], at: position + 46 + nameSize, count: extraSize)
    guard let long else { throw damaged("entry '\(name)'") }
    let entry = ZipEntry(
      name: name, method: try method(code, name), checksum: UInt32(truncatingIfNeeded: checksum),
      packedSize: long[1], size: long[0], headerOffset: long[2])
    return (entry, position + 46 + nameSize + extraSize + commentSize)
  }

  /// Refuses what is neither file nor folder by the type in a Unix mode (the upper half of the attributes;
  /// 0 from other systems).
  private func checkType(_ type: Int, _ name: String) throws {
    guard type != 0o12 else { throw refused(name, "is a link", "files and folders") }
    guard [0, 0o04, 0o10].contains(type) else {
      throw refused(name, "is a device or a pipe", "files and folders")
    }
  }

  private func method(_ code: Int, _ name: String) throws -> ZipEntry.Method {
    switch code {
    case 0: return .stored
    case 8: return .deflated
    default: throw refused(name, "is packed by method \(code)", "stored or deflated entries")
    }
  }

  private func refused(_ name: String, _ found: String, _ expected: String) -> AssayError {
    .badFile(
      source, found: "entry '\(name)' \(found)", expected: expected,
      remedy: "unpack the archive with another program and give the folder")
  }

  /// `fields`, each that is full (all bits set) replaced by the next number of the 64-bit extra
  /// field; nil when there is none.
  private func wide(_ fields: [Int], at start: Int, count: Int) -> [Int]? {
    let full = 0xFFFF_FFFF
    guard fields.contains(full) else { return fields }
    var position = start
    while position + 4 <= start + count {
      guard let kind = field(position, 2), let size = field(position + 2, 2) else { return nil }
      if kind == 1 {
        var next = position + 4
        var wide: [Int] = []
        for value in fields {
          guard value == full else {
            wide.append(value)
            continue
          }
          guard next + 8 <= position + 4 + size, let long = field(next, 8) else { return nil }
          wide.append(long)
          next += 8
        }
        return wide
      }
      position += 4 + size
    }
    return nil
  }
}
