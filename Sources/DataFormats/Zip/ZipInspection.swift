import Experiment
import Foundation

/// What an archive must not have before anything of it is unpacked: names that lead elsewhere or that
/// occur twice, entries that share bytes, and entries that unpack to more than any data would.
struct ZipInspection {
  /// Deflate cannot pack better than this (zlib's technical notes), so a larger claim is a lie.
  private static let greatestRatio = 1032
  /// The packing of a whole archive beyond which it is taken for a bomb, once it is large; arrays of
  /// nothing but zeros reach 1000, folders of real flows less than 50.
  private static let suspiciousRatio = 250
  private static let suspiciousSize = 1 << 30
  /// The longest path of Linux (PATH_MAX) and the longest name in it (NAME_MAX), in bytes.
  private static let longestPath = 4095
  private static let longestName = 255

  let directory: ZipDirectory

  /// - Throws: `AssayError` (bad input) that names the entry.
  func check(_ entries: [ZipEntry]) throws {
    var names: Set<String> = []
    for entry in entries {
      try checkName(entry.name)
      // A folder and a file of one name cannot both be written.
      let name = entry.isFolder ? String(entry.name.dropLast()) : entry.name
      guard names.insert(name).inserted else {
        throw distrusted(entry, "is there twice", expected: "every name once")
      }
      try checkSize(entry)
    }
    try checkTotal(entries)
    try checkOverlap(entries)
  }

  /// Refuses names that could be written outside the destination or that mean another place on another
  /// system. Bytes are compared, since a letter with a combining mark is another character than its bytes
  /// tell the file system.
  private func checkName(_ name: String) throws {
    let bytes = Array(name.utf8)
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let named = parts.last?.isEmpty == true ? parts.dropLast() : parts[...]
    let hasDrive =
      bytes.count >= 2 && bytes[1] == UInt8(ascii: ":") || named.first?.last == UInt8(ascii: ":")
    let leads = named.contains { $0.elementsEqual(Array("..".utf8)) || $0.isEmpty }
    let isPlain =
      !named.isEmpty && !leads && !hasDrive && !bytes.contains(UInt8(ascii: "\\"))
      && !bytes.contains(0)
    guard isPlain else {
      throw AssayError.badFile(
        directory.source, found: "entry '\(name)' leads out of the archive",
        expected: "relative names without '..'", remedy: "do not trust this archive")
    }
    let isShort =
      bytes.count <= Self.longestPath && named.allSatisfy { $0.count <= Self.longestName }
    let isClean = !bytes.contains { $0 < 0x20 || $0 == 0x7F }
    guard isShort, isClean, !named.contains(where: { $0.elementsEqual(Array(".".utf8)) }) else {
      throw AssayError.badFile(
        directory.source, found: "an entry whose name is '\(name)'",
        expected: "names of at most \(Self.longestName) bytes without control characters or '.'",
        remedy: "do not trust this archive")
    }
  }

  private func checkSize(_ entry: ZipEntry) throws {
    // What the archive cannot hold is refused first, so that the product cannot overflow.
    guard entry.packedSize <= directory.data.count,
      entry.method == .stored
        ? entry.size == entry.packedSize
        : entry.size <= Self.greatestRatio * (entry.packedSize + 1)
    else { throw directory.damaged("entry '\(entry.name)'") }
  }

  private func checkTotal(_ entries: [ZipEntry]) throws {
    // No sum of sizes overflows: each is at most 1032 times the archive's own, and an archive that lies
    // in memory has less than 2^32 entries.
    let total = entries.reduce(0.0) { $0 + Double($1.size) }
    let packed = Double(directory.data.count)
    guard total <= Double(Self.suspiciousSize) || total <= packed * Double(Self.suspiciousRatio)
    else {
      throw AssayError.badFile(
        directory.source,
        found: "\(Int(packed)) bytes that would unpack to \(Int(total))",
        expected: "at most \(Self.suspiciousRatio) times as many",
        remedy: "if you trust it, unpack it with another program and give the folder")
    }
  }

  /// Two entries that share bytes are how a small archive unpacks to a huge one (Fifield, "A better zip
  /// bomb", 2019).
  private func checkOverlap(_ entries: [ZipEntry]) throws {
    let ranges = try entries.map { ($0, try directory.bytes(of: $0)) }
      .sorted { $0.1.lowerBound < $1.1.lowerBound }
    for (earlier, later) in zip(ranges, ranges.dropFirst())
    where earlier.1.upperBound > later.1.lowerBound {
      throw distrusted(
        later.0, "shares bytes with '\(earlier.0.name)'", expected: "bytes of its own")
    }
  }

  private func distrusted(_ entry: ZipEntry, _ found: String, expected: String) -> AssayError {
    .badFile(
      directory.source, found: "entry '\(entry.name)' \(found)", expected: expected,
      remedy: "do not trust this archive")
  }
}
