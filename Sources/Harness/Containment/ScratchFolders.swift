import Experiment
import Foundation

/// One empty folder for each cell under way, below a folder of this run that is removed with it.
///
/// The run holds a lock of flock(2) on its folder: what a killed run left is told from what a living one uses,
/// even by a run in another container, because the kernel lets the lock go when its holder ends.
package final class ScratchFolders {
  private static let prefix = "assay-scratch-"
  private static let draftPrefix = ".assay-scratch-"
  private let parent: String
  private var root: String?
  private var lock: Int32 = -1

  /// Folders below `parent`; made when the first is asked for. What runs that are no more left there is
  /// removed now, since a run that finds every cell done asks for none.
  package init(in parent: URL) {
    self.parent = parent.path
    sweep()
  }

  deinit {
    if let root { FolderTree.remove(root) }
    if lock >= 0 { close(lock) }
  }

  /// An empty folder of its own for the cell in `slot`; what its last one left is removed.
  package func folder(for slot: Int) throws -> URL {
    let path = try madeRoot() + "/slot-\(slot)"
    if mkdir(path, 0o700) != 0 {
      FolderTree.remove(path)
      guard mkdir(path, 0o700) == 0 else { throw unwritable(path) }
    }
    return URL(filePath: path, directoryHint: .isDirectory)
  }

  /// Removes the folder of the cell in `slot`.
  package func clear(_ slot: Int) {
    if let root { FolderTree.remove(root + "/slot-\(slot)") }
  }

  private func madeRoot() throws -> String {
    if let root {
      if access(root, W_OK) == 0 { return root }
      // Somebody cleared the temporary folder.
      close(lock)
    }
    for _ in 0..<Self.mostDrafts {
      guard let made = try newRoot() else { continue }
      root = made
      return made
    }
    throw unwritable(parent)
  }

  /// How often another run may sweep away what is being made.
  private static var mostDrafts: Int { 100 }

  /// A folder whose lock is held before its name says that it is one; nil when a sweep took its draft for that of
  /// a run that was killed here.
  private func newRoot() throws -> String? {
    var draft = Array("\(parent)/\(Self.draftPrefix)XXXXXX".utf8CString)
    guard mkdtemp(&draft) != nil else { throw unwritable(parent) }
    let hidden = String(decoding: draft.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let made = "\(parent)/\(Self.prefix)\(getpid())-\(hidden.suffix(6))"
    lock = open(hidden, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(hidden, made) == 0 { return made }
    let error = errno
    if lock >= 0 { close(lock) }
    lock = -1
    if error == ENOENT || error == EWOULDBLOCK { return nil }
    rmdir(hidden)
    errno = error
    throw unwritable(hidden)
  }

  /// Removes the folders of runs that are no more, and the empty drafts of those that were killed as they made one.
  private func sweep() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(Self.prefix) || name.hasPrefix(Self.draftPrefix) {
      let path = parent + "/" + name
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // a draft may have become another run's folder meanwhile, under another name
        if name.hasPrefix(Self.draftPrefix) { rmdir(path) } else { FolderTree.remove(path) }
      }
      close(descriptor)
    }
  }

  private func unwritable(_ path: String) -> AssayError {
    AssayError(
      .cannotWrite, where: path, found: String(cString: strerror(errno)),
      expected: "a temporary folder that can be written",
      remedy: "free some disk space or set TMPDIR to another folder")
  }
}
