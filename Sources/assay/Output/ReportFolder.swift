import DataFormats
import Foundation

/// The folder that reports are written to.
struct ReportFolder {
  let folder: URL

  init(_ folder: URL) {
    self.folder = folder
  }

  /// Writes the files, each at one stroke, leaving those alone that would not change.
  func write(_ files: [(name: String, content: Data)]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      let url = folder.appending(path: file.name)
      let isUnchanged = (try? Data(contentsOf: url)) == file.content
      if !isUnchanged { try AtomicFile.write(file.content, to: url) }
      print("\(isUnchanged ? "unchanged" : "wrote    ") \(url.relativePath)")
    }
  }

  /// Writes what `draw` draws into the file whose path it is given.
  func write(_ name: String, by draw: (String) throws -> Void) throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let draft = folder.appending(path: ".\(ProcessInfo.processInfo.processIdentifier)-\(name)")
    defer { try? files.removeItem(at: draft) }
    try draw(draft.path)
    try write([(name, try Data(contentsOf: draft))])
  }
}
