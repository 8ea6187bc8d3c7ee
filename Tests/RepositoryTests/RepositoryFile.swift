import Foundation
import TestSupport

/// A text file of the repository, by its path below the package's folder.
struct RepositoryFile: CustomStringConvertible {
  let path: String
  let text: String

  var description: String { path }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var name: String { String(path.split(separator: "/").last ?? "") }
  var stem: String { String(name.split(separator: ".").first ?? "") }
  var fileExtension: String { URL(fileURLWithPath: path).pathExtension }
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  /// The second component, as in `Sources/<target>/…`.
  var target: String { String(path.split(separator: "/").dropFirst().first ?? "") }

  /// Every text file of the project, sorted by path: no build products, stores or generated reports.
  static let all: [RepositoryFile] = {
    guard
      let walk = FileManager.default.enumerator(
        at: PackageFolder.url, includingPropertiesForKeys: [.isDirectoryKey])
    else { return [] }
    var files: [RepositoryFile] = []
    while let url = walk.nextObject() as? URL {
      let path = String(url.standardizedFileURL.path.dropFirst(PackageFolder.url.path.count + 1))
      if isGenerated(path) {
        walk.skipDescendants()
      } else if let data = try? Data(contentsOf: url),
        let text = String(data: data, encoding: .utf8)
      {
        files.append(RepositoryFile(path: path, text: text))
      }
    }
    return files.sorted { $0.path < $1.path }
  }()

  static func swift(under folder: String) -> [RepositoryFile] {
    all.filter { $0.path.hasPrefix(folder + "/") && $0.fileExtension == "swift" }
  }

  private static func isGenerated(_ path: String) -> Bool {
    let keptDotFiles = [".ci", ".swift-format", ".gitignore", ".github", ".gitlab-ci.yml"]
    let first = String(path.split(separator: "/").first ?? "")
    if first.hasPrefix(".") { return !keptDotFiles.contains(first) }
    if first == "Reports" { return path != first && !path.hasPrefix("Reports/leaderboard.") }
    return path.hasSuffix("__pycache__") || path == "Package.resolved"
  }
}
