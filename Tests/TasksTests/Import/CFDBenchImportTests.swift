import DataFormats
import Experiment
import Foundation
import Tasks
import Tensors
import TestSupport
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

  @Test func allProblemsOfAFolderAreChecked() throws {
    try withTemporaryFolder { root in
      for problem in FlowProblem.allCases {
        try OfficialFolder(root: root, problem: problem).write(.bc, cases: 2, frames: 3)
      }
      let found = try summary(root)
      #expect(
        found.sweeps.map(\.path) == ["cavity/bc", "tube/bc", "dam/bc", "cylinder/bc"])
      #expect(found.sweeps.map(\.publishedCases) == [50, 50, 70, 50])
      #expect(found.problems.isEmpty)
      let folders = try CFDBenchImport.problems(in: root)
      #expect(folders[.dam]?.path == root.appending(path: "dam").path)
      let one = try CFDBenchImport.check(root, problems: [.tube], outputSize: 8)
      #expect(one.sweeps.map(\.problem) == [.tube])
      #expect(one.contentHash != found.contentHash)
    }
  }

  @Test func mixedShapesAndTypesOfAllProblemsAreToldTogether() throws {
    try withTemporaryFolder { root in
      for problem in [FlowProblem.dam, .cylinder] {
        try OfficialFolder(root: root, problem: problem).write(.bc, cases: 2, frames: 3)
      }
      let cylinder = OfficialFolder(root: root, problem: .cylinder)
      try cylinder.write(Tensor(shape: [2, 8, 8]), to: "cylinder/bc/case0001/v.npy")
      let dam = OfficialFolder(root: root, problem: .dam)
      var bytes = try Data(contentsOf: dam.file("dam/bc/case0000/u.npy"))
      let type = try #require(bytes.firstRange(of: Data("<f4".utf8)))
      bytes.replaceSubrange(type, with: Data("<i4".utf8))
      try bytes.write(to: dam.file("dam/bc/case0000/u.npy"))
      let found = try summary(root).problems.map { "\($0.found); \($0.expected)" }
      #expect(
        found == [
          "numbers of type '<i4'; float32 or float64 ('<f4', '>f4', '<f8' or '>f8')",
          "shape [2, 8, 8]; shape [3, 8, 8] as u.npy has",
        ])
    }
  }

  /// The cylinder is published as one archive a sweep, none of which need say whose it is.
  @Test(.enabled(if: Python.isAvailable()), arguments: ["cylinder/", "cylinder_", ""])
  func theCylindersArchivesAreUnpacked(prefix: String) throws {
    try withTemporaryFolder { root in
      let folder = OfficialFolder(
        root: root.appending(path: "made"), size: 64, problem: .cylinder)
      for sweep in FlowSweep.allCases { try folder.write(sweep, cases: 1, frames: 2) }
      let script = """
        import pathlib, sys, zipfile
        made, download, prefix = sys.argv[1:]
        for sweep in ("bc", "prop", "geo"):
            target = pathlib.Path(download + "/" + prefix + sweep + ".zip")
            target.parent.mkdir(parents=True, exist_ok=True)
            with zipfile.ZipFile(target, "w") as archive:
                source = pathlib.Path(made) / "cylinder" / sweep
                for file in sorted(source.rglob("*.*")):
                    archive.write(file, file.relative_to(source))
        """
      let download = root.appending(path: "download")
      try Python.run(["-c", script, folder.root.path, download.path, prefix])
      let found = try CFDBenchImport.importDownload(
        from: download, to: root.appending(path: "imported"))
      #expect(found.sweeps.map(\.path) == ["cylinder/bc", "cylinder/prop", "cylinder/geo"])
      #expect(found.problems.isEmpty && found.cases == 3)
    }
  }

  @Test func anArchiveWithoutCasesIsTold() throws {
    let archive = PackageFolder.url.appending(path: "Tests/References/zip/plain.zip")
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
