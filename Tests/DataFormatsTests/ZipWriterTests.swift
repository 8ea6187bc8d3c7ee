import DataFormats
import Foundation
import Testing

@Suite struct ZipWriterTests {
  private let contents: [(name: String, data: Data)] = [
    ("README.md", Data("read me\n".utf8)),
    ("results/numbers.csv", Data(String(repeating: "0.25,0.5\n", count: 50_000).utf8)),
    ("empty", Data()),
    ("größe.bin", Data((0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) })),
  ]

  private func write(to url: URL) throws {
    try ZipWriter.write(to: url) { archive in
      for entry in contents { try archive.add(entry.name, entry.data) }
    }
  }

  @Test func ourOwnReaderGetsEveryEntryBack() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "a.zip")
      try write(to: url)
      let archive = try ZipArchive(url)
      #expect(archive.entries.map(\.name) == contents.map(\.name))
      for (entry, content) in zip(archive.entries, contents) {
        #expect(try archive.contents(of: entry) == content.data)
      }
    }
  }

  @Test func anotherProgramFindsTheArchiveSound() throws {
    try withTemporaryFolder { folder in
      let url = folder.appending(path: "a.zip")
      try write(to: url)
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-m", "zipfile", "-t", url.path]
      let output = Pipe()
      process.standardOutput = output
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      #expect(text.contains("Done testing"))
    }
  }

  @Test func theSameContentGivesTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let (one, two) = (folder.appending(path: "1.zip"), folder.appending(path: "2.zip"))
      try write(to: one)
      try write(to: two)
      let bytes = try Data(contentsOf: one)
      #expect(bytes == (try Data(contentsOf: two)))
      #expect(bytes.count < 150_000)
    }
  }
}
