import DataFormats
import Experiment
import Foundation
import Testing

/// Archives that were made to do harm are refused before anything of them is unpacked.
@Suite struct HostileZipTests {
  private func message(_ entries: RawZip.Entry...) -> String {
    do {
      _ = try ZipArchive(decoding: RawZip(entries: entries).data, source: "a.zip")
      return "no error"
    } catch {
      return "\(error)"
    }
  }

  @Test func anHonestArchiveOfThisKindIsRead() throws {
    let raw = RawZip(entries: [.init("folder/"), .init("folder/a.txt"), .init("b.txt")])
    let archive = try ZipArchive(decoding: raw.data, source: "a.zip")
    #expect(archive.entries.map(\.name) == ["folder/", "folder/a.txt", "b.txt"])
    #expect(try archive.contents(of: archive.entries[2]) == Data())
  }

  @Test(arguments: [
    "../a", "a/../../b", "..", "/etc/passwd", "//a", "a//b", "", "/", "a\\b", "..\\a", "C:/a",
    "C:a",
    "a\0b",
    // A combining mark makes another character of the slash, not another byte.
    "..\u{2F}\u{301}a", "\u{2F}\u{301}etc/passwd", "a\u{2F}\u{301}..\u{2F}b/../c",
  ])
  func namesThatLeadElsewhereAreRefused(name: String) {
    #expect(message(.init(name)).contains("leads out of the archive; expected relative names"))
  }

  @Test(arguments: ["./a", "a/./b", "a\u{1B}[2Jb", "a\nb", String(repeating: "n", count: 256)])
  func namesThatNoFileShouldHaveAreRefused(name: String) {
    #expect(message(.init(name)).contains("an entry whose name is '"))
  }

  @Test func controlCharactersOfANameDoNotReachTheTerminal() {
    #expect(
      message(.init("a\u{1B}[2Jb"))
        == "a.zip: an entry whose name is 'a\\u{1B}[2Jb'; expected names of at most 255 bytes without "
        + "control characters or '.'; do not trust this archive.")
  }

  @Test func linksAndDevicesAreRefused() {
    for (type, kind) in [
      (0o12, "a link"), (0o01, "a device or a pipe"), (0o06, "a device or a pipe"),
    ] {
      var entry = RawZip.Entry("a", "/etc/passwd")
      entry.type = type
      #expect(message(entry).hasPrefix("a.zip: entry 'a' is \(kind); expected files and folders"))
    }
  }

  @Test func aNameThatOccursTwiceIsRefused() {
    #expect(
      message(.init("a", "1"), .init("a", "2"))
        == "a.zip: entry 'a' is there twice; expected every name once; do not trust this archive.")
    #expect(message(.init("a/"), .init("a", "2")).contains("entry 'a' is there twice"))
  }

  @Test func entriesThatShareBytesAreRefused() {
    var second = RawZip.Entry("b", "content")
    second.offset = 0
    #expect(
      message(.init("a", "content"), second)
        == "a.zip: entry 'b' shares bytes with 'a'; expected bytes of its own; "
        + "do not trust this archive.")
  }

  @Test func sizesThatCannotBeAreRefused() {
    var stored = RawZip.Entry("a", "four")
    stored.size = 5
    #expect(message(stored).contains("entry 'a' is damaged or cut short"))
    var packed = RawZip.Entry("a", "four")
    packed.method = 8
    packed.size = 0xFFFF_FFFE
    #expect(message(packed).contains("entry 'a' is damaged or cut short"))
  }

  @Test func aBombIsRefusedByItsTotal() {
    // Each within what deflate can do, and together a thousand times the archive.
    let bombs = (0..<20).map { index in
      var entry = RawZip.Entry("bomb\(index)", String(repeating: "x", count: 1 << 16))
      entry.method = 8
      entry.size = 1000 << 16
      return entry
    }
    let data = RawZip(entries: bombs).data
    let error = #expect(throws: AssayError.self) { try ZipArchive(decoding: data, source: "a.zip") }
    #expect(error?.found == "\(data.count) bytes that would unpack to \(20 * (1000 << 16))")
    #expect(error?.expected == "at most 250 times as many")
  }

  @Test func aDirectoryThatPromisesMoreEntriesThanItHasIsRefused() {
    var data = RawZip(entries: [.init("a", "1")]).data
    data[data.count - 12] = 0xFF
    data[data.count - 11] = 0xFF
    #expect(throws: AssayError.self) { try ZipArchive(decoding: data, source: "a.zip") }
  }
}
