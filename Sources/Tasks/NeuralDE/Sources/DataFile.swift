import Experiment
import Foundation

/// Looks for files of a download, which differ in their names' endings from mirror to mirror.
struct DataFile {
  let folder: URL
  /// What to do when a file is absent.
  let remedy: String

  /// The first of `names` in the folder or in one of `subfolders`, plain or with `.gz`.
  /// - Throws: `AssayError` (bad input) when none is there.
  func find(_ names: [String], in subfolders: [String] = []) throws -> URL {
    let places = [folder] + subfolders.map { folder.appending(path: $0) }
    for place in places {
      for name in names.flatMap({ [$0, $0 + ".gz"] }) {
        let url = place.appending(path: name)
        if FileManager.default.fileExists(atPath: url.path) { return url }
      }
    }
    throw AssayError(
      .badInput, where: folder.path, found: "no file \(names[0])",
      expected: "it, or \(names[0]).gz", remedy: remedy)
  }
}
