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
