import Experiment
import Foundation
import GRDB
import Store
import Testing

/// Which file systems other machines may share, and how a store lives on one.
@Suite struct FileSystemTests {
  private static let mounts = """
    22 27 0:21 / / rw,relatime - ext4 /dev/sda rw
    23 22 0:22 / /people rw shared:1 - nfs4 server:/people rw
    24 22 0:23 / /people/me/fast rw - xfs /dev/sdb rw
    25 22 0:24 / /mnt/two\\040words rw - fuse.sshfs me@there: rw
    """
  private let network = FileSystemKind(name: "nfs4")

  @Test(arguments: [
    ("/data/results.sqlite", "ext4", false), ("/people/me/results.sqlite", "nfs4", true),
    ("/people/me/fast/results.sqlite", "ext4", false), ("/peoplestead/x", "ext4", false),
  ])
  func theMountThatHoldsAPathIsFound(_ path: String, _ name: String, _ isNetwork: Bool) {
    // None of these folders is on the machine, so that the nearest that is decides: the root.
    let kind = FileSystemKind(of: path, mounts: Self.mounts)
    let rooted = FileSystemKind(of: "/", mounts: Self.mounts)
    #expect(rooted.name == "ext4")
    if FileManager.default.fileExists(atPath: "/people") && path.hasPrefix("/people/") {
      #expect(kind.name == "nfs4")
    } else {
      #expect(kind.name == "ext4")
    }
  }

  @Test func theDeepestAndLastMountCounts() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let place = folder.url.resolvingSymlinksInPath().path
    let mounts = """
      1 0 0:1 / / rw - ext4 /dev/sda rw
      2 1 0:2 / \(place) rw - xfs /dev/sdb rw
      3 1 0:3 / \(place) rw - cifs //there/share rw
      4 1 0:4 / \(place)more rw - btrfs /dev/sdc rw
      """
    let kind = FileSystemKind(of: folder.path, mounts: mounts)
    #expect(kind == FileSystemKind(name: "cifs"))
    #expect(kind.isNetwork)
    #expect(kind.storageFact == "cifs, rollback journal")
  }

  @Test func namesAreToldApart() {
    let shared = [
      "nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs", "lustre", "gpfs",
      "beegfs", "afs", "ceph",
    ]
    for name in shared { #expect(FileSystemKind(name: name).isNetwork, "\(name)") }
    let local = [
      "ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuseblk", "fuse.fuse-overlayfs", "zfs",
    ]
    for name in local { #expect(!FileSystemKind(name: name).isNetwork, "\(name)") }
    #expect(FileSystemKind(name: "xfs").storageFact == "xfs, write-ahead log")
  }

  @Test func aStoreOnANetworkHasARollbackJournalAndOneProgramAtATime() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let cell = StoreFolder.identity()
    do {
      let store = try ResultStore(path: folder.path, access: .readWrite, fileSystem: network)
      let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
      try store.start(key: "ab12", in: ticket)
      try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path))[18] == 1)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "-wal"))
      // Others are refused rather than misled.
      var configuration = Configuration()
      configuration.busyMode = .immediateError
      #expect(throws: DatabaseError.self) {
        try DatabaseQueue(path: folder.path, configuration: configuration).read {
          try Row.fetchAll($0, sql: "SELECT * FROM run")
        }
      }
    }
    let reader = try ResultStore(path: folder.path, access: .readOnly, fileSystem: network)
    #expect(try reader.frame().cells.count == 1)
    #expect(try reader.checkHealth().problems == [])
  }

  @Test func aWriteAheadLogOnANetworkIsReadButNotWritten() throws {
    let folder = try StoreFolder()
    defer { folder.remove() }
    let cell = StoreFolder.identity()
    do {
      let store = try folder.open()
      let ticket = try store.begin(StoreFolder.run("r1"), plan: StoreFolder.plan([(cell, "ab12")]))
      try store.record(StoreFolder.result(cell, "ab12", run: "r1"), in: ticket)
    }
    let before = try Data(contentsOf: URL(fileURLWithPath: folder.path))
    let error = #expect(throws: AssayError.self) {
      _ = try ResultStore(path: folder.path, access: .readWrite, fileSystem: network)
    }
    #expect(error?.kind == .cannotWrite)
    #expect(error?.found == "a store with a write-ahead log on a network file system (nfs4)")
    #expect(error?.remedy.contains("`assay merge`") == true)
    let reader = try ResultStore(path: folder.path, access: .readOnly, fileSystem: network)
    #expect(try reader.frame().cells.count == 1)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path)) == before)
    let shard = try StoreFolder()
    defer { shard.remove() }
    let store = try ResultStore(path: shard.path, access: .readWrite, fileSystem: network)
    #expect(try store.merge([folder.path]).shards[0].attempts == 1)
  }
}
