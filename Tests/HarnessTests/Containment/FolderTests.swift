import Foundation
import Harness
import Testing

@Suite struct FolderTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "folders-\(UUID().uuidString)")

  private func make(_ path: String) throws -> URL {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  @Test func linksAreRemovedAndWhatTheyPointAtStays() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let kept = try make("kept").appending(path: "file")
    try Data("x".utf8).write(to: kept)
    let doomed = try make("doomed/inner")
    symlink(folder.appending(path: "kept").path, doomed.appending(path: "link").path)
    #expect(FolderTree.remove(folder.appending(path: "doomed").path))
    #expect(FileManager.default.fileExists(atPath: kept.path))
    symlink(kept.path, folder.appending(path: "doomed").path)
    #expect(FolderTree.remove(folder.appending(path: "doomed").path))
    #expect(FileManager.default.fileExists(atPath: kept.path))
  }

  @Test func foldersDeeperThanAnyPathAreRemoved() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let top = try make("deep").path
    // By descriptors, since no call takes a path of 12,000 characters.
    var at = open(top, O_RDONLY | O_DIRECTORY)
    for _ in 0..<600 {
      let name = "a-name-of-twenty-bytes"
      mkdirat(at, name, 0o700)
      let next = openat(at, name, O_RDONLY | O_DIRECTORY)
      close(at)
      at = next
    }
    close(at)
    #expect(FolderTree.remove(top))
    #expect(!FileManager.default.fileExists(atPath: top))
  }

  @Test func whatFilesTakeOnTheDiskIsCounted() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["a", "b/c"] {
      let file = try make(name).appending(path: "file")
      try Data(repeating: 1, count: 1 << 20).write(to: file)
    }
    // Folders and the file system's own blocks come on top.
    #expect((2...2.2).contains(FolderTree.mebibytes(of: folder.path)))
    #expect(FolderTree.mebibytes(of: folder.path, most: 1) < 2)
    #expect(FolderTree.mebibytes(of: folder.appending(path: "none").path) == 0)
  }

  @Test func onlyTheFoldersOfDeadRunsAreSwept() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let dead = try make("assay-scratch-1-dead/slot-0")
    let living = ScratchFolders(in: folder)
    let own = try living.folder(for: 0)
    #expect(!FileManager.default.fileExists(atPath: dead.path))
    try Data("x".utf8).write(to: own.appending(path: "file"))
    let other = ScratchFolders(in: folder)
    let theirs = try other.folder(for: 0)
    #expect(own != theirs)
    #expect(FileManager.default.fileExists(atPath: own.appending(path: "file").path))
    #expect(try living.folder(for: 0) == own, "the next cell finds it empty")
    #expect(try FileManager.default.contentsOfDirectory(atPath: own.path) == [])
    living.clear(0)
    #expect(!FileManager.default.fileExists(atPath: own.path))
  }

  @Test func aDraftOfARunThatWasKilledIsSweptAndALockedOneStays() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let dead = try make(".assay-scratch-aaaaaa")
    let living = try make(".assay-scratch-bbbbbb")
    let lock = open(living.path, O_RDONLY | O_DIRECTORY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    _ = ScratchFolders(in: folder)
    #expect(!FileManager.default.fileExists(atPath: dead.path))
    #expect(FileManager.default.fileExists(atPath: living.path))
  }

  @Test func foldersAreMadeWhileOthersSweep() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let parent = try make("busy")
    DispatchQueue.concurrentPerform(iterations: 400) { _ in
      let scratch = ScratchFolders(in: parent)
      let own = try? scratch.folder(for: 0)
      #expect(own.map { FileManager.default.fileExists(atPath: $0.path) } == true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: parent.path) == [])
  }

  @Test func aClearedTemporaryFolderIsFilledAnew() throws {
    let scratch = ScratchFolders(in: try make("temporary"))
    defer { try? FileManager.default.removeItem(at: folder) }
    let root = try scratch.folder(for: 0).deletingLastPathComponent()
    try FileManager.default.removeItem(at: root)
    let again = try scratch.folder(for: 0)
    #expect(FileManager.default.fileExists(atPath: again.path))
    #expect(again.deletingLastPathComponent() != root)
  }

  @Test func onlyVariablesOnTheListReachAWorker() {
    let given = [
      "PATH": "/bin", "OPENBLAS_CORETYPE": "Haswell", "LC_ALL": "C", "SECRET_TOKEN": "1",
      "SLURM_JOB_ID": "2", "LD_PRELOAD": "x.so",
    ]
    #expect(
      WorkerEnvironment.allowed(given).keys.sorted() == ["LC_ALL", "OPENBLAS_CORETYPE", "PATH"])
  }
}
