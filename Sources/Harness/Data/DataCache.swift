import DataFormats
import Experiment
import Foundation

/// Generated datasets under one folder, one sub-folder each.
///
/// A part is made in a hidden folder and renamed when it is whole, so whatever kills the program
/// costs the part in flight and no other. A dataset is complete when its manifest is written.
public struct DataCache: Sendable {
  /// The folder of all datasets.
  public let folder: URL
  /// The folder of suites, some of which ship data.
  public let suites: URL

  /// A cache.
  public init(folder: URL, suites: URL = URL(filePath: "Suites", directoryHint: .isDirectory)) {
    self.folder = folder
    self.suites = suites
  }

  /// The folder of `dataset`: its name ends in the hash of the code that makes data, because a cache
  /// must not outlive a change of the solver.
  public func folder(of dataset: any DatasetRecipe) -> URL {
    folder.appending(path: "\(dataset.identifier)-\(CodeEpoch.dataHash.prefix(8))")
  }

  /// Where `dataset` lies, when it is complete; files are compared with the manifest by size
  /// (`Manifest.verify` compares contents). What is shipped or installed is read where it is.
  public func location(of dataset: any DatasetRecipe) -> DataLocation? {
    if let supplied = dataset as? any SuppliedDataset { return try? location(ofSupplied: supplied) }
    let root = folder(of: dataset)
    guard let manifest = try? Manifest.read(from: root), damage(manifest, in: root).isEmpty else {
      return nil
    }
    return DataLocation(folder: root, origin: .generated, contentHash: manifest.contentHash)
  }

  /// Where real data lie that nobody makes.
  /// - Throws: `AssayError` (unmet requirement) with what to do when they are not there.
  func location(ofSupplied dataset: any SuppliedDataset) throws -> DataLocation {
    try SuppliedFolder(dataset: dataset, suites: suites, cache: folder).location()
  }

  /// The parts that are to be made and are not there whole, the longest first.
  public func missingParts(of dataset: any DatasetRecipe) -> [DatasetPart] {
    let root = folder(of: dataset)
    let damaged = (try? Manifest.read(from: root)).map { damage($0, in: root) } ?? []
    return dataset.parts
      .filter { part in
        part.notGenerated.isEmpty
          && (!FileManager.default.fileExists(atPath: root.appending(path: part.path).path)
            || damaged.contains { $0.hasPrefix(part.path + "/") })
      }
      .sorted { ($1.expectedSeconds, $0.path) < ($0.expectedSeconds, $1.path) }
  }

  /// Why `part` is there without data, or nil when it has data or is not there.
  public func failure(of part: DatasetPart, in dataset: any DatasetRecipe) -> PartFailure? {
    PartFailure.read(from: folder(of: dataset).appending(path: part.path))
  }

  /// The files of `manifest` that are not there or have another size.
  private func damage(_ manifest: Manifest, in root: URL) -> [String] {
    manifest.files.filter { entry in
      var status = stat()
      let found = stat(root.appending(path: entry.path).path, &status) == 0
      return !found || Int(status.st_size) != entry.size
    }.map(\.path)
  }

  /// Writes the manifest of a dataset whose parts are all there; one without parts has a folder too.
  func complete(_ dataset: any DatasetRecipe) throws -> DataLocation {
    let root = folder(of: dataset)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    let parts = dataset.parts.filter(\.notGenerated.isEmpty).map(\.path)
    let manifest = try Manifest(of: root, subfolders: parts)
    try manifest.write(into: root)
    return DataLocation(folder: root, origin: .generated, contentHash: manifest.contentHash)
  }

  /// An empty folder for a part in the making.
  func draft(of dataset: any DatasetRecipe, number: Int) throws -> URL {
    let draft = folder(of: dataset).appending(path: "\(Self.draftPrefix)\(getpid())-\(number)")
    try empty(draft)
    return draft
  }

  /// Makes `draft` an empty folder, whatever it was.
  func empty(_ draft: URL) throws {
    do {
      FolderTree.remove(draft.path)
      try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: true)
    } catch {
      throw Self.unwritable(draft, error)
    }
  }

  /// Puts a finished draft in its place; one that another program made meanwhile is kept.
  func keep(_ draft: URL, as part: DatasetPart, of dataset: any DatasetRecipe) throws {
    let place = folder(of: dataset).appending(path: part.path)
    do {
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
    } catch {
      throw Self.unwritable(place, error)
    }
    guard rename(draft.path, place.path) != 0 else { return }
    let error = errno
    try? FileManager.default.removeItem(at: draft)
    guard error == EEXIST || error == ENOTEMPTY else {
      throw Self.unwritable(place, String(cString: strerror(error)))
    }
  }

  /// Removes what is left of `parts`, and drafts whose program is gone.
  func clear(_ parts: [DatasetPart], of dataset: any DatasetRecipe) {
    for part in parts {
      try? FileManager.default.removeItem(at: folder(of: dataset).appending(path: part.path))
    }
    sweep(dataset)
  }

  private func sweep(_ dataset: any DatasetRecipe) {
    let root = folder(of: dataset)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    for name in names where name.hasPrefix(Self.draftPrefix) {
      let process = name.dropFirst(Self.draftPrefix.count).split(separator: "-").first
      guard let process = process.flatMap({ pid_t($0) }), process != getpid(),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(at: root.appending(path: name))
    }
  }

  private static let draftPrefix = ".part-"

  private static func unwritable(_ url: URL, _ found: Any) -> AssayError {
    AssayError(
      .cannotWrite, where: url.path, found: "\(found)", expected: "a folder that can be written",
      remedy: "free some disk space or choose another folder for data")
  }
}
