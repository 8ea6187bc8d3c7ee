import Foundation

/// The folder for a cell's files, found by the variable that a trial sets: toy models are not told it.
enum ToyScratch {
  /// The variable with the folder in which a trial's scratch folders are made.
  static let variable = "ASSAY_TRIAL_TEMPORARY"

  private static var folders: [URL] {
    guard let parent = ProcessInfo.processInfo.environment[variable] else { return [] }
    let roots = contents(of: URL(filePath: parent, directoryHint: .isDirectory))
    return roots.flatMap(contents).filter { $0.lastPathComponent.hasPrefix("slot-") }
  }

  private static func contents(of folder: URL) -> [URL] {
    (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
  }

  static func fill(files: Int, mebibytes: Int) {
    let block = [UInt8](repeating: 7, count: 1 << 20)
    for (folder, number) in folders.flatMap({ folder in (0..<files).map { (folder, $0) } }) {
      let file = open(folder.appending(path: "file-\(number)").path, O_WRONLY | O_CREAT, 0o600)
      for _ in 0..<mebibytes { write(file, block, block.count) }
      close(file)
    }
  }

  static func remove() {
    for folder in folders { try? FileManager.default.removeItem(at: folder) }
  }

  /// Leaves folders that nobody may enter or change, a link out, and a name that is no text.
  static func lock() {
    for folder in folders {
      let inner = folder.appending(path: "closed/inner").path
      try? FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: true)
      try? Data("x".utf8).write(to: URL(filePath: inner + "/file"))
      symlink("/", folder.appending(path: "link").path)
      var name = Array((folder.path + "/").utf8CString.dropLast()) + [CChar(bitPattern: 0xff), 0]
      close(open(&name, O_WRONLY | O_CREAT, 0o400))
      chmod(inner, 0)
      chmod(folder.appending(path: "closed").path, 0o500)
    }
  }
}
