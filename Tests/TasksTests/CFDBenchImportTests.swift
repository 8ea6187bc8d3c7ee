import DataFormats
import Experiment
import Foundation
import Tasks
import Testing

@Suite struct CFDBenchImportTests {
  private func summary(_ root: URL) throws -> ImportSummary {
    try CFDBenchImport.check(root, outputSize: 8)
  }

  @Test func aWholeFolderIsCountedAndHashed() throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root.appending(path: "data"))
      try folder.write(.bc, cases: 3, frames: 4)
      try folder.write(.geo, cases: 2, frames: 5)
      let found = try summary(root)
      #expect(found.root.path == folder.root.path)
      #expect(found.sweeps.map(\.sweep) == [.bc, .geo])
      #expect(found.sweeps.map(\.cases) == [3, 2])
      #expect(found.cases == 5 && found.frames == 22)
      #expect(found.elementTypes == [.float32])
      #expect(found.problems.isEmpty && found.notes.isEmpty)
      #expect(found.contentHash == (try Manifest(of: folder.root)).contentHash)
      #expect(found.location.origin == .imported)
      try found.requireNoProblems()
    }
  }

  @Test func problemsOfAllCasesAreCollected() throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root)
      try folder.write(.bc, cases: 3, frames: 4)
      for number in [0, 2] {
        try FileManager.default.removeItem(at: folder.file("\(folder.path(.bc, number))/v.npy"))
      }
      let found = try summary(root)
      #expect(
        found.problems.map(\.location).map { $0.dropFirst(root.path.count + 1) } == [
          "cavity/bc/case0000/v.npy", "cavity/bc/case0002/v.npy",
        ])
      #expect(found.cases == 1)
      #expect(throws: AssayError.self) { try found.requireNoProblems() }
    }
  }

  @Test func aGapInTheNumbersIsNoted() throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root)
      try folder.write(.bc, cases: 5, frames: 2)
      for number in [1, 2] {
        try FileManager.default.removeItem(at: folder.file(folder.path(.bc, number)))
      }
      #expect(
        try summary(root).notes == [
          "2 cases are absent between cavity/bc/case0000 and cavity/bc/case0003"
        ])
    }
  }

  /// Official names in archives as people have them, made with Python's zipfile.
  @Test(.enabled(if: Python.isAvailable()))
  func downloadedArchivesAreUnpackedToTheirPlaces() throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(root: root.appending(path: "made"), size: 64)
      try folder.write(.bc, cases: 2, frames: 2)
      try folder.write(.geo, cases: 1, frames: 2)
      let download = root.appending(path: "download")
      let script = """
        import pathlib, sys, zipfile
        made, download = map(pathlib.Path, sys.argv[1:])
        download.mkdir()
        with zipfile.ZipFile(download / "cavity.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for file in sorted((made / "cavity" / "bc").rglob("*.*")):
                archive.write(file, pathlib.Path("data") / file.relative_to(made))
            archive.writestr("__MACOSX/cavity/bc/case0000/._u.npy", b"junk")
            archive.writestr("data/pipe/readme.npy", b"something else")
        with zipfile.ZipFile(download / "geo.zip", "w") as archive:
            for file in sorted((made / "cavity" / "geo").rglob("*.*")):
                archive.write(file, file.relative_to(made / "cavity" / "geo"))
        """
      try Python.run(["-c", script, folder.root.path, download.path])
      let target = root.appending(path: "imported")
      let found = try CFDBenchImport.importDownload(from: download, to: target)
      #expect(found.sweeps.map(\.cases) == [2, 1])
      #expect(found.problems.isEmpty)
      #expect(try Manifest(of: target) == Manifest(of: folder.root))
    }
  }

  @Test func anArchiveWithoutCavityCasesIsTold() throws {
    let archive = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "References/zip/plain.zip")
    try withTemporaryFolder { root in
      do {
        _ = try CFDBenchImport.importDownload(from: archive, to: root)
        Issue.record("an archive without cases was imported")
      } catch {
        #expect(
          "\(error)"
            == "\(archive.path): no case of CFDBench in 1 archives; expected entries such as "
            + "cavity/bc/case0000/u.npy; name an archive of the CFDBench "
            + "download, as cavity.zip.")
      }
    }
  }
}
