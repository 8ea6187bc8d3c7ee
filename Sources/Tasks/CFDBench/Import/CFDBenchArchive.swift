import DataFormats
import Experiment
import Foundation

/// A downloaded zip archive with cases: a whole problem (`cavity.zip`), or one sweep of it (`bc.zip`, as
/// the cylinder comes), with or without the folders above the cases.
struct CFDBenchArchive {
  private static let files = ["u.npy", "v.npy", FlowCaseFile.fileName]

  let url: URL

  /// The archive at `source`, or those in the folder `source`, in its `data`, and in the folders of
  /// problems in either, sorted by path within each.
  static func find(in source: URL) throws -> [CFDBenchArchive] {
    if isArchive(source) { return [CFDBenchArchive(url: source)] }
    let problems = FlowProblem.allCases.map(\.rawValue)
    let folders = ([""] + problems).flatMap { [$0, "data/\($0)"] }
    return folders.flatMap { folder -> [CFDBenchArchive] in
      let place = folder.isEmpty ? source : source.appending(path: folder)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      return names.sorted().map { place.appending(path: $0) }
        .filter(isArchive).map(CFDBenchArchive.init)
    }
  }

  /// Unpacks the files of cases to their official places under `destination`; how many.
  func extract(to destination: URL) throws -> Int {
    let archive = try ZipArchive(url)
    let problem = try problemOfName ?? problemOfContent(archive)
    var count = 0
    for entry in archive.entries {
      guard let path = officialPath(of: entry.name, otherwise: problem) else { continue }
      try archive.extract(entry, to: destination.appending(path: path))
      count += 1
    }
    return count
  }

  /// `cavity/bc/case0000/u.npy` for an entry of a case, nil for anything else; `problem` is that of an
  /// entry whose path names none.
  func officialPath(of entry: String, otherwise problem: FlowProblem?) -> String? {
    let parts = entry.split(separator: "/").map(String.init)
    guard parts.count >= 2, let file = parts.last, Self.files.contains(file) else { return nil }
    let above = parts.dropLast(2)
    let named = above.compactMap(FlowProblem.init(rawValue:)).last ?? problem
    let sweep = above.last.flatMap(FlowSweep.init(rawValue:)) ?? sweepOfName
    guard let named, let sweep else { return nil }
    let folder = "\(named.rawValue)/\(sweep.rawValue)/\(parts[parts.count - 2])"
    return FlowCaseFolder(path: folder).map { "\($0.path)/\(file)" }
  }

  /// The words of the archive's name, as in `cylinder_bc.zip`.
  private var words: [String] {
    url.deletingPathExtension().lastPathComponent.lowercased()
      .split { !$0.isLetter }.map(String.init)
  }

  private var sweepOfName: FlowSweep? { words.compactMap(FlowSweep.init(rawValue:)).first }

  /// The problem in the archive's name or in that of its folder.
  private var problemOfName: FlowProblem? {
    words.compactMap(FlowProblem.init(rawValue:)).first
      ?? FlowProblem(rawValue: url.deletingLastPathComponent().lastPathComponent)
  }

  /// The problem whose quantities the first `case.json` in the archive has.
  private func problemOfContent(_ archive: ZipArchive) throws -> FlowProblem? {
    let file = archive.entries.first { $0.name.split(separator: "/").last == "case.json" }
    guard let file else { return nil }
    return FlowCaseFile.problem(of: try archive.contents(of: file))
  }

  private static func isArchive(_ url: URL) -> Bool {
    url.pathExtension.lowercased() == "zip"
  }
}
