import DataFormats
import Foundation

/// The folder that reports are written to.
struct ReportFolder {
  let folder: URL

  init(_ folder: URL) {
    self.folder = folder
  }

  /// The path of a file of the folder, which is made when it is not there.
  func path(of name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: name).path
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
}
