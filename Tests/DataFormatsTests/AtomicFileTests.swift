import DataFormats
import Experiment
import Foundation
import Testing

@Suite struct AtomicFileTests {
  private struct Interruption: Error {}

  @Test func aFileIsReplacedWhole() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "deep/er/a.txt")
      try AtomicFile.write(Data("old and long".utf8), to: url)
      try AtomicFile.write(Data("new".utf8), to: url)
      #expect(try Data(contentsOf: url) == Data("new".utf8))
    }
  }

  @Test func aLinkStaysOneAndItsFileIsWritten() throws {
    try withTemporaryFolder { folder in
      let (link, file) = (folder.appending(path: "link"), folder.appending(path: "file"))
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "file")
      try AtomicFile.write(Data("new".utf8), to: link)
      #expect(try Data(contentsOf: file) == Data("new".utf8))
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "file")
    }
  }

  @Test func aPipeIsWrittenTo() throws {
    try withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe")
      #expect(mkfifo(pipe.path, 0o600) == 0)
      let reader = open(pipe.path, O_RDONLY | O_NONBLOCK)
      defer { close(reader) }
      try AtomicFile.write(Data("new".utf8), to: pipe)
      var bytes = [UInt8](repeating: 0, count: 8)
      #expect(read(reader, &bytes, 8) == 3 && Array("new".utf8) == Array(bytes.prefix(3)))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
    }
  }

  @Test func anInterruptedWriteLeavesTheOldFileAndNothingElse() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "a.txt")
      try AtomicFile.write(Data("old".utf8), to: url)
      #expect(throws: Interruption.self) {
        try AtomicFile.write(to: url) { file in
          try file.append(Data("half".utf8))
          throw Interruption()
        }
      }
      #expect(try Data(contentsOf: url) == Data("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.txt"])
    }
  }

  @Test func aPlaceThatCannotBeWrittenIsTold() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "file")
      try AtomicFile.write(Data(), to: file)
      do {
        try AtomicFile.write(Data(), to: file.appending(path: "below"))
        Issue.record("a file was written below a file")
      } catch let error as AssayError {
        #expect(error.kind == .cannotWrite)
        #expect(error.location == file.path)
        #expect(error.remedy == "free some space or choose another folder")
      }
    }
  }
}
