import Experiment
import Foundation

extension Baseline {
  /// Reads the baseline in `folder`.
  /// - Throws: `AssayError` (bad input) with file and line when a file is missing, malformed or not the
  ///   one that was saved.
  public static func load(from folder: URL) throws -> Baseline {
    let reading = try BaselineReading(folder: BaselineFolder(url: folder))
    if let problem = reading.problems.first { throw problem }
    return reading.baseline
  }

  /// Reads the measured baseline `id` of the folder of baselines.
  /// - Throws: `AssayError` (bad input), also when there is none of that id.
  public static func load(_ id: String, in root: URL) throws -> Baseline {
    let known = try list(in: root).filter { $0.kind == .measured }.map(\.id)
    guard known.contains(id) else {
      throw AssayError(
        .badInput, where: "baseline", found: "no baseline '\(id)'",
        expected: known.isEmpty
          ? "a saved baseline; there is none yet" : "one of \(known.joined(separator: ", "))",
        remedy: "save one with 'assay baseline save', or correct the id")
    }
    return try load(from: root.appending(path: id))
  }

  /// All that is wrong with the measured or published baseline in `folder`; empty when it is sound.
  public static func verify(at folder: URL) -> [AssayError] {
    do {
      switch try BaselineFolder(url: folder).stub().kind {
      case .measured: return try BaselineReading(folder: BaselineFolder(url: folder)).problems
      case .published: _ = try PublishedBaseline.load(from: folder)
      }
      return []
    } catch let error as AssayError {
      return [error]
    } catch {
      preconditionFailure("reading a baseline throws AssayError alone, not \(error)")
    }
  }

  /// The baselines under `root`, measured and published, sorted by id; empty when there is no folder.
  /// - Throws: `AssayError` (bad input) when a `baseline.json` cannot be understood.
  public static func list(in root: URL) throws -> [BaselineListing] {
    try subfolders(of: root).flatMap { folder -> [BaselineListing] in
      guard folder.lastPathComponent == BaselineKind.published.rawValue else {
        return try listing(at: folder, prefix: "")
      }
      return try subfolders(of: folder).flatMap { try listing(at: $0, prefix: "published/") }
    }
  }

  private static func listing(at folder: URL, prefix: String) throws -> [BaselineListing] {
    let header = folder.appending(path: BaselineHeader.fileName)
    guard FileManager.default.fileExists(atPath: header.path) else { return [] }
    let stub = try BaselineFolder(url: folder).stub()
    return [
      BaselineListing(
        id: prefix + folder.lastPathComponent, kind: stub.kind, profile: stub.profile,
        folder: folder)
    ]
  }

  private static func subfolders(of root: URL) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().map { root.appending(path: $0) }.filter(isFolder)
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory = ObjCBool(false)
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }
}
