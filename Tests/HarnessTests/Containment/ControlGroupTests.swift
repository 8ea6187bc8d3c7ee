import Foundation
import Harness
import Testing

/// On a tree of plain files: where the kernel's is writable, tests have no business in it.
@Suite struct ControlGroupTests {
  private let root = FileManager.default.temporaryDirectory
    .appending(path: "groups-\(UUID().uuidString)")
  private var home: URL { root.appending(path: "user/own") }

  private func makeTree(controllers: String = "cpu memory pids") throws {
    let files = FileManager.default
    try files.createDirectory(at: home, withIntermediateDirectories: true)
    for name in ["cgroup.controllers", "user/own/cgroup.controllers"] {
      try Data(controllers.utf8).write(to: root.appending(path: name))
    }
    for name in ["cgroup.procs", "cgroup.subtree_control"] {
      try Data().write(to: home.appending(path: name))
    }
    for group in ["assay-harness-7", "assay-7-0"] {
      let folder = home.appending(path: group)
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      for name in ["cgroup.procs", "memory.max", "pids.max", "cgroup.kill"] {
        try Data().write(to: folder.appending(path: name))
      }
    }
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOf: home.appending(path: name), encoding: .utf8)
  }

  private func ownGroups() -> ControlGroups? {
    ControlGroups(root: root, membership: "1:name=x:/y\n0::/user/own\n", process: 7)
  }

  @Test func aWorkerGetsAGroupWithItsLimits() throws {
    try makeTree()
    defer { try? FileManager.default.removeItem(at: root) }
    let groups = try #require(ownGroups())
    #expect(try text("assay-harness-7/cgroup.procs") == "7")
    #expect(try text("cgroup.subtree_control") == "+memory +pids")
    groups.take(11, slot: 0)
    groups.limit(0, memoryMebibytes: 3, processes: 512)
    #expect(try text("assay-7-0/cgroup.procs") == "11")
    #expect(try text("assay-7-0/memory.max") == "3145728")
    #expect(try text("assay-7-0/pids.max") == "512")
    groups.kill(0)
    #expect(try text("assay-7-0/cgroup.kill") == "1")
  }

  @Test func withoutGroupsOfTheSecondVersionThereAreNone() throws {
    #expect(ControlGroups(root: root, membership: "0::/", process: 7) == nil)
    try makeTree(controllers: "cpu")
    defer { try? FileManager.default.removeItem(at: root) }
    #expect(ownGroups() == nil, "memory and processes are not given to this group")
    #expect(try text("cgroup.subtree_control") == "")
    #expect(ControlGroups(root: root, membership: "4:memory:/own\n", process: 7) == nil)
  }
}
