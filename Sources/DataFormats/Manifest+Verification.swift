import Experiment
import Foundation

extension Manifest {
  /// Every way in which `folder` differs from this manifest, in order of path; empty when intact.
  public func problems(in folder: URL) -> [AssayError] {
    files.compactMap { problem(of: $0, in: folder) }
  }

  /// Throws the first problem of `problems(in:)`.
  public func verify(_ folder: URL) throws {
    if let problem = problems(in: folder).first { throw problem }
  }

  private func problem(of entry: Entry, in folder: URL) -> AssayError? {
    let url = folder.appending(path: entry.path)
    let remedy = "make the data again or copy the file again"
    var status = stat()
    guard stat(url.path, &status) == 0 else {
      return .badFile(
        url.path, found: "file is missing", expected: "\(entry.size) bytes", remedy: remedy)
    }
    guard Int(status.st_size) == entry.size else {
      return .badFile(
        url.path, found: "\(status.st_size) bytes", expected: "\(entry.size) bytes", remedy: remedy)
    }
    do {
      let hash = try ContentHash.sha256(of: url)
      guard hash != entry.sha256 else { return nil }
      return .badFile(
        url.path, found: "SHA-256 \(hash)", expected: entry.sha256, remedy: remedy)
    } catch {
      return error as? AssayError ?? .unreadable(url, "\(error)")
    }
  }
}
