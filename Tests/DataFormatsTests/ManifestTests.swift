import DataFormats
import Experiment
import Foundation
import Testing

@Suite struct ManifestTests {
  private func fill(_ folder: URL) throws {
    try AtomicFile.write(Data("one".utf8), to: folder.appending(path: "b/one.txt"))
    try AtomicFile.write(Data("two".utf8), to: folder.appending(path: "a.txt"))
    try AtomicFile.write(Data(), to: folder.appending(path: "b/c/empty"))
    try AtomicFile.write(Data("hidden".utf8), to: folder.appending(path: ".part"))
  }

  @Test func filesAreListedByPathWithSizeAndHash() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      let files = try Manifest(of: folder).files
      #expect(files.map(\.path) == ["a.txt", "b/c/empty", "b/one.txt"])
      #expect(files.map(\.size) == [3, 0, 3])
      #expect(files[0].sha256 == ContentHash.sha256(of: Data("two".utf8)))
    }
  }

  @Test func theHashDependsOnContentsAndNamesAlone() throws {
    try withTemporaryFolder { folder in
      let (first, second) = (folder.appending(path: "1"), folder.appending(path: "2"))
      try fill(first)
      try fill(second)
      let hash = try Manifest(of: first).contentHash
      #expect(try Manifest(of: second).contentHash == hash)
      try AtomicFile.write(Data("tw0".utf8), to: second.appending(path: "a.txt"))
      #expect(try Manifest(of: second).contentHash != hash)
    }
  }

  @Test func aWrittenManifestIsReadBackAndDoesNotListItself() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      let manifest = try Manifest(of: folder)
      try manifest.write(into: folder)
      #expect(try Manifest.read(from: folder) == manifest)
      #expect(try Manifest(of: folder) == manifest)
    }
  }

  @Test func subfoldersAloneCanBeListed() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      #expect(try Manifest(of: folder, subfolders: ["b/c"]).files.map(\.path) == ["b/c/empty"])
    }
  }

  @Test func canonicalJSONHasSortedKeysAndNoSpace() {
    let manifest = Manifest(files: [
      .init(path: "z \"q\".txt", size: 2, sha256: "ff"), .init(path: "a", size: 1, sha256: "00"),
    ])
    #expect(
      String(decoding: manifest.canonicalJSON, as: UTF8.self)
        == #"{"files":[{"path":"a","sha256":"00","size":1},"#
        + #"{"path":"z \"q\".txt","sha256":"ff","size":2}]}"#)
  }

  @Test func damageIsFoundFileByFile() throws {
    try withTemporaryFolder { folder in
      try fill(folder)
      let manifest = try Manifest(of: folder)
      try manifest.verify(folder)
      try FileManager.default.removeItem(at: folder.appending(path: "b/c/empty"))
      try AtomicFile.write(Data("tw0".utf8), to: folder.appending(path: "a.txt"))
      try AtomicFile.write(Data("o".utf8), to: folder.appending(path: "b/one.txt"))
      let remedy = "make the data again or copy the file again."
      #expect(
        manifest.problems(in: folder).map(\.description) == [
          "\(folder.path)/a.txt: SHA-256 \(ContentHash.sha256(of: Data("tw0".utf8))); expected "
            + "\(ContentHash.sha256(of: Data("two".utf8))); \(remedy)",
          "\(folder.path)/b/c/empty: file is missing; expected 0 bytes; \(remedy)",
          "\(folder.path)/b/one.txt: 1 bytes; expected 3 bytes; \(remedy)",
        ])
      #expect(throws: AssayError.self) { try manifest.verify(folder) }
    }
  }

  @Test func aManifestThatIsNoneIsRefused() throws {
    try withTemporaryFolder { folder in
      try AtomicFile.write(Data("[]".utf8), to: folder.appending(path: Manifest.fileName))
      do {
        _ = try Manifest.read(from: folder)
        Issue.record("a list was taken for a manifest")
      } catch {
        #expect(
          "\(error)"
            == "\(folder.path)/manifest.json: not a manifest; expected a JSON object with a list "
            + "'files'; make the data again or remove the file.")
      }
    }
  }
}
