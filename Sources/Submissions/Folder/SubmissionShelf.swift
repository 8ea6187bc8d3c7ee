import Experiment
import Foundation

/// The folder that holds all submissions of a workspace.
public struct SubmissionShelf: Sendable {
  /// The folder.
  public let url: URL

  /// The submissions below `url`.
  public init(_ url: URL) {
    self.url = url
  }

  /// The folder of the submission `id`, whether it is there or not.
  public func folder(_ id: String) -> SubmissionFolder {
    SubmissionFolder(url.appending(path: id, directoryHint: .isDirectory))
  }

  /// The ids of the submissions that are there, oldest first.
  public func identifiers() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: folder($0).submissionFile.path)
    }.sorted()
  }

  /// The submission whose id begins with `name`; an id itself wins over a longer one.
  /// - Throws: `AssayError` (bad input) when there is none or more than one.
  public func find(_ name: String) throws -> SubmissionFolder {
    let all = identifiers()
    let found = all.contains(name) ? [name] : all.filter { $0.hasPrefix(name) }
    guard let id = found.first, found.count == 1 else {
      throw AssayError(
        .badInput, where: "submission '\(name)'",
        found: found.isEmpty ? "no such submission" : "it fits \(found.joined(separator: ", "))",
        expected: all.isEmpty ? "one that was made" : "one of \(all.joined(separator: ", "))",
        remedy: "`assay submit status` lists the submissions")
    }
    return folder(id)
  }
}
