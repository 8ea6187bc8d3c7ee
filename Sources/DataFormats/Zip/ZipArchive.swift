import Experiment
import Foundation

/// A zip archive on disk: stored and deflated entries, 64-bit sizes, checksums verified. Encrypted
/// entries, links and names that leave the destination are refused.
public struct ZipArchive {
  /// The file.
  public let url: URL
  /// The entries in the order of the archive's directory.
  public let entries: [ZipEntry]
  private let directory: ZipDirectory

  /// Opens the archive at `url` and reads its directory.
  /// - Throws: `AssayError` (bad input) when it is not a whole zip archive.
  public init(_ url: URL) throws {
    self.url = url
    directory = ZipDirectory(data: try FileBytes.read(url), source: url.path)
    entries = try directory.entries()
    for entry in entries { try ZipArchive.checkName(entry.name, source: url.path) }
  }

  /// The bytes of `entry`, whole.
  public func contents(of entry: ZipEntry) throws -> Data {
    var data = Data(capacity: entry.size)
    try unpack(entry) { data.append(contentsOf: $0) }
    return data
  }

  /// Writes `entry` to `url`, piece by piece and in one step: a damaged entry leaves no file.
  public func extract(_ entry: ZipEntry, to url: URL) throws {
    try AtomicFile.write(to: url) { file in
      try unpack(entry) { try file.append($0) }
    }
  }

  /// Writes every file under `folder` by its name in the archive.
  public func extractAll(into folder: URL) throws {
    for entry in entries where !entry.isFolder {
      try extract(entry, to: folder.appending(path: entry.name))
    }
  }

  private func unpack(
    _ entry: ZipEntry, to consume: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    try ZipUnpacking(entry: entry, directory: directory).run(consume)
  }

  /// Refuses names that could be written outside the destination.
  private static func checkName(_ name: String, source: String) throws {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain =
      !name.isEmpty && !name.hasPrefix("/") && !name.contains("\\") && !name.contains("\0")
      && !parts.contains("..") && !(parts[0].hasSuffix(":"))
    guard isPlain else {
      throw AssayError.badFile(
        source, found: "entry '\(name)' leads out of the archive",
        expected: "relative names without '..'", remedy: "do not trust this archive")
    }
  }
}
