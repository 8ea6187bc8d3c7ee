import Experiment
import Foundation

/// Files that appear whole or not at all: written beside their place, flushed to the disk, then
/// renamed, so that a crash or a full disk leaves the old file or none. What a link leads to is written, not the
/// link; and what is no file, as a pipe or a device, is written to as it is.
public struct AtomicFile {
  private let destination: URL
  /// Nil where bytes go straight to their destination.
  private let temporary: URL?
  private let descriptor: Int32

  /// Writes `data` to `url` in one step; makes the folders on the way.
  /// - Throws: `AssayError` (cannot write).
  public static func write(_ data: Data, to url: URL) throws {
    try write(to: url) { try $0.append(data) }
  }

  /// Gives `body` a file to append to and puts it at `url` when `body` returns; when `body` throws,
  /// nothing is left behind.
  public static func write(to url: URL, _ body: (AtomicFile) throws -> Void) throws {
    let file = try AtomicFile(at: url)
    do {
      try body(file)
    } catch {
      file.discard()
      throw error
    }
    try file.commit()
  }

  /// Appends `bytes`.
  public func append(_ bytes: Data) throws {
    try bytes.withUnsafeBytes { try append($0) }
  }

  /// Appends `bytes`.
  public func append(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = Foundation.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0 {
        guard errno == EINTR else { throw failure() }
      } else {
        rest = rest.dropFirst(written)
      }
    }
  }

  private init(at url: URL) throws {
    // A circle of links leads nowhere and is replaced.
    let target = SymbolicLinks.target(of: url.path) ?? url.path
    let url = target == url.path ? url : URL(fileURLWithPath: target)
    destination = url
    var status = stat()
    if stat(url.path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
      temporary = nil
      descriptor = open(url.path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw AssayError.unwritable(url, String(cString: strerror(errno)))
      }
      return
    }
    let folder = url.deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw AssayError.unwritable(folder, error.localizedDescription)
    }
    let part = folder.appending(path: ".\(url.lastPathComponent).\(UUID().uuidString).part")
    temporary = part
    descriptor = open(part.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw AssayError.unwritable(url, String(cString: strerror(errno)))
    }
  }

  private func commit() throws {
    guard let temporary else {
      guard close(descriptor) == 0 else { throw failure() }
      return
    }
    guard fsync(descriptor) == 0, rename(temporary.path, destination.path) == 0 else {
      let error = failure()
      discard()
      throw error
    }
    close(descriptor)
    // The rename itself lasts only once the folder is on the disk.
    let folder = open(destination.deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private func discard() {
    close(descriptor)
    if let temporary { unlink(temporary.path) }
  }

  private func failure() -> AssayError {
    AssayError.unwritable(destination, String(cString: strerror(errno)))
  }
}
