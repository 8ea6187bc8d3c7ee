import Experiment
import Foundation

/// A zip archive: stored and deflated entries, 64-bit sizes, checksums verified. Encrypted entries, links,
/// names that leave the destination or occur twice, shared bytes and bombs are refused before anything
/// is unpacked.
public struct ZipArchive {
  /// The entries in the order of the archive's directory.
  public let entries: [ZipEntry]
  private let directory: ZipDirectory

  /// Opens the archive at `url` and reads its directory.
  /// - Throws: `AssayError` (bad input) when it is not a whole zip archive.
  public init(_ url: URL) throws {
    try self.init(decoding: try FileBytes.read(url), source: url.path)
  }

  /// The archive in `data`; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) when it is not a whole zip archive.
  public init(decoding data: Data, source: String) throws {
    directory = ZipDirectory(data: data, source: source)
    entries = try directory.entries()
    try ZipInspection(directory: directory).check(entries)
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
}
