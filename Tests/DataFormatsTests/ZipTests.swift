import DataFormats
import Experiment
import Foundation
import Testing

@Suite struct ZipTests {
  private let text = (0..<200).map { "line \($0) of a text that deflates well\n" }.joined()

  private func message(_ url: URL) -> String {
    do {
      let archive = try ZipArchive(url)
      for entry in archive.entries { _ = try archive.contents(of: entry) }
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func storedAndDeflatedEntriesAreUnpacked() throws {
    let archive = try ZipArchive(reference("zip/plain.zip"))
    #expect(
      archive.entries.map(\.name) == [
        "folder/", "folder/stored.txt", "folder/deeper/deflated.txt", "empty.txt",
      ])
    #expect(archive.entries.map(\.isFolder) == [true, false, false, false])
    #expect(archive.entries.map(\.method) == [.stored, .stored, .deflated, .deflated])
    let contents = try archive.entries.map { try archive.contents(of: $0) }
    #expect(contents[1] == Data(text.utf8.prefix(100)))
    #expect(contents[2] == Data(text.utf8))
    #expect(contents[3] == Data())
  }

  @Test(arguments: ["zip64", "streamed"])
  func wideAndStreamedEntriesAreUnpacked(name: String) throws {
    let archive = try ZipArchive(reference("zip/\(name).zip"))
    #expect(try archive.contents(of: archive.entries[0]) == Data(text.utf8))
  }

  @Test func allFilesAreExtractedToTheirPlaces() throws {
    try withTemporaryFolder { folder in
      try ZipArchive(reference("zip/plain.zip")).extractAll(into: folder)
      let deep = folder.appending(path: "folder/deeper/deflated.txt")
      #expect(try Data(contentsOf: deep) == Data(text.utf8))
      #expect(
        try Manifest(of: folder).files.map(\.path) == [
          "empty.txt", "folder/deeper/deflated.txt", "folder/stored.txt",
        ])
    }
  }

  @Test func namesThatLeaveTheDestinationAreRefused() {
    let url = reference("zip/traversal.zip")
    #expect(
      message(url)
        == "\(url.path): entry 'inside/../../outside.txt' leads out of the archive; expected "
        + "relative names without '..'; do not trust this archive.")
  }

  @Test func linksAndOtherPackingsAreRefused() {
    let link = reference("zip/link.zip")
    #expect(
      message(link)
        == "\(link.path): entry 'link' is a link; expected files and folders; unpack the archive "
        + "with another program and give the folder.")
    let bzip2 = reference("zip/bzip2.zip")
    #expect(
      message(bzip2)
        == "\(bzip2.path): entry 'packed.txt' is packed by method 12; expected stored or deflated "
        + "entries; unpack the archive with another program and give the folder.")
  }

  @Test func aDamagedEntryIsRefusedAndLeavesNoFile() throws {
    try withTemporaryFolder { folder in
      var bytes = try Data(contentsOf: reference("zip/plain.zip"))
      let stored = try #require(bytes.firstRange(of: Data("line 1 ".utf8)))
      bytes[stored.lowerBound] ^= 1
      let url = folder.appending(path: "damaged.zip")
      try bytes.write(to: url)
      #expect(
        message(url)
          == "\(url.path): entry 'folder/stored.txt' is damaged or cut short; expected a whole zip "
          + "archive; download or copy the archive again.")
      let target = folder.appending(path: "unpacked")
      #expect(throws: AssayError.self) { try ZipArchive(url).extractAll(into: target) }
      let left = FileManager.default.enumerator(atPath: target.path)?.allObjects as? [String]
      #expect(left == ["folder"])
    }
  }

  @Test func everyCutOfAnArchiveIsRefused() throws {
    try withTemporaryFolder { folder in
      let whole = try Data(contentsOf: reference("zip/zip64.zip"))
      let url = folder.appending(path: "cut.zip")
      for length in stride(from: 0, to: whole.count, by: 7) {
        try whole.prefix(length).write(to: url)
        #expect(message(url) != "no error", "\(length) bytes")
      }
    }
  }

  @Test func noFlippedByteStopsTheProgram() throws {
    try withTemporaryFolder { folder in
      let whole = try Data(contentsOf: reference("zip/zip64.zip"))
      let url = folder.appending(path: "flipped.zip")
      for place in whole.indices {
        var bytes = whole
        bytes[place] ^= 0xFF
        try bytes.write(to: url)
        let found = message(url)
        #expect(found == "no error" || found.hasPrefix(url.path), "byte \(place)")
      }
    }
  }

  @Test func aFileThatIsNoArchiveIsRefused() {
    let url = reference("npy/float32.npy")
    #expect(
      message(url)
        == "\(url.path): no directory of a zip archive at its end; expected a whole zip archive; "
        + "download or copy the archive again.")
  }
}
