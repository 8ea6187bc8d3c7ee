import Experiment
import Foundation

extension Suite {
  /// The suites below `folder` (every sub-folder with a `suite.yaml`), sorted by id.
  /// - Throws: `AssayError` (bad input) when the folder cannot be read.
  public static func find(in folder: URL) throws -> [SuiteLocation] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    } catch {
      throw AssayError(
        .badInput, where: folder.path, found: "no readable folder",
        expected: "a folder with one folder for each suite",
        remedy: "run from the package's folder or name the folder of the suites")
    }
    return names.sorted().map {
      SuiteLocation(id: $0, file: folder.appending(path: "\($0)/suite.yaml"))
    }.filter { FileManager.default.fileExists(atPath: $0.file.path) }
  }

  /// The suite called `id` below `folder`.
  /// - Throws: `AssayError` (bad input) with the nearest id when there is none.
  public static func locate(_ id: String, in folder: URL) throws -> SuiteLocation {
    let found = try find(in: folder)
    if let location = found.first(where: { $0.id == id }) { return location }
    let names = found.map(\.id)
    throw AssayError(
      .badInput, where: folder.path, found: "no suite '\(id)'",
      expected: SuggestedName.list(names),
      remedy: SuggestedName.remedy(
        for: id, among: names, otherwise: "list the suites with 'assay list'"))
  }
}
