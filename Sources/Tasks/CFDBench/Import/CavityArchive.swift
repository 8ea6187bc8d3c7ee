import DataFormats
import Experiment
import Foundation

/// A downloaded zip archive with cavity cases: the whole problem (`cavity.zip`) or one sweep
/// (`bc.zip`), with or without the folders above the cases.
struct CavityArchive {
  private static let otherProblems = ["tube", "dam", "cylinder"]
  private static let files = ["u.npy", "v.npy", CavityCaseFile.fileName]

  let url: URL

  /// The archive at `source`, or those in the folder `source`, in its `data`, `cavity` and
  /// `data/cavity`, sorted by path.
  static func find(in source: URL) throws -> [CavityArchive] {
    if isArchive(source) { return [CavityArchive(url: source)] }
    let folders = ["", "data", "cavity", "data/cavity"].map {
      $0.isEmpty ? source : source.appending(path: $0)
    }
    return folders.flatMap { folder -> [CavityArchive] in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      return names.sorted().map { folder.appending(path: $0) }
        .filter { isArchive($0) && !isOther($0.deletingPathExtension().lastPathComponent) }
        .map(CavityArchive.init)
    }
  }

  /// Unpacks the files of cavity cases to their official places under `destination`; how many.
  func extract(to destination: URL) throws -> Int {
    let archive = try ZipArchive(url)
    var count = 0
    for entry in archive.entries {
      guard let path = officialPath(of: entry.name) else { continue }
      try archive.extract(entry, to: destination.appending(path: path))
      count += 1
    }
    return count
  }

  /// `cavity/bc/case0000/u.npy` for an entry of a cavity case, nil for anything else.
  func officialPath(of entry: String) -> String? {
    let parts = entry.split(separator: "/").map(String.init)
    guard parts.count >= 2, let file = parts.last, Self.files.contains(file),
      !parts.contains(where: Self.isOther)
    else { return nil }
    let above = parts.dropLast(2).last.flatMap(CavitySweep.init(rawValue:))
    guard let sweep = above ?? sweepOfName else { return nil }
    let folder = "\(CavityEnumeration.problem)/\(sweep.rawValue)/\(parts[parts.count - 2])"
    return CavityCaseFolder(path: folder).map { "\($0.path)/\(file)" }
  }

  /// The sweep in a name such as `bc.zip` or `cavity_bc.zip`.
  private var sweepOfName: CavitySweep? {
    url.deletingPathExtension().lastPathComponent.lowercased()
      .split { !$0.isLetter }.compactMap { CavitySweep(rawValue: String($0)) }.first
  }

  private static func isArchive(_ url: URL) -> Bool {
    url.pathExtension.lowercased() == "zip"
  }

  private static func isOther(_ name: String) -> Bool {
    otherProblems.contains { name.lowercased().hasPrefix($0) }
  }
}
