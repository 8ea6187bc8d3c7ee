import DataFormats
import Foundation

/// What must hold for archives: every entry unpacks to a size that was declared, and an archive that
/// holds the same entries reads the same.
enum ZipCheck {
  static func run(_ input: Data) throws {
    let archive = try ZipArchive(decoding: input, source: "input.zip")
    var contents: [(name: String, bytes: Data)] = []
    for entry in archive.entries where !entry.isFolder {
      let bytes = try archive.contents(of: entry)
      guard bytes.count == entry.size else {
        throw FuzzFinding("\(bytes.count) bytes of an entry of \(entry.size)")
      }
      contents.append((entry.name, bytes))
    }
    guard !contents.isEmpty else { return }
    try rewrite(contents)
  }

  private static func rewrite(_ contents: [(name: String, bytes: Data)]) throws {
    try ScratchFolder.use { folder in
      let url = folder.appending(path: "again.zip")
      try ZipWriter.write(to: url) { writer in
        for (name, bytes) in contents { try writer.add(name, bytes) }
      }
      let again = try ZipArchive(url)
      let unpacked = try again.entries.map { try again.contents(of: $0) }
      guard again.entries.map(\.name) == contents.map(\.name), unpacked == contents.map(\.bytes)
      else {
        throw FuzzFinding("the entries \(contents.map(\.name)) read otherwise after writing")
      }
    }
  }
}
