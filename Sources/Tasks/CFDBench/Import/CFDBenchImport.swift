import DataFormats
import Experiment
import Foundation

/// Takes over a user's own download of CFDBench, or a folder in its format.
public enum CFDBenchImport {
  /// Reads every cavity case in `folder` and tells what is there and what is wrong; one case at a time
  /// is in memory. `folder` holds `cavity/` or `data/cavity/`, or is `cavity` itself.
  /// - Throws: `AssayError` (bad input) when there is no such tree.
  public static func check(_ folder: URL, outputSize: Int = 64) throws -> ImportSummary {
    let tree = try CFDBenchFolder(in: folder)
    let reader = CavityCaseReader(root: tree.root, size: outputSize)
    var problems = ProblemList()
    var types: Set<NPYHeader.ElementType> = []
    var contents: [ImportSummary.SweepContent] = []
    var notes: [String] = []
    for sweep in CavitySweep.allCases {
      let folders = tree.cases(of: sweep)
      let frames = folders.compactMap {
        reader.read($0, problems: &problems, elementTypes: &types)?.frameCount
      }
      notes += gaps(in: folders)
      guard !folders.isEmpty else { continue }
      contents.append(.init(sweep: sweep, cases: frames.count, frames: frames.reduce(0, +)))
    }
    problems.append(
      contentsOf: try CFDBenchReader(folder: tree.root).promised(in: CavitySweep.allCases))
    let subfolders = contents.map { "\(CavityEnumeration.problem)/\($0.sweep.rawValue)" }
    let manifest = try Manifest(of: tree.root, subfolders: subfolders)
    return ImportSummary(
      root: tree.root, sweeps: contents,
      elementTypes: types.sorted { $0.rawValue < $1.rawValue },
      contentHash: manifest.contentHash, problems: problems.problems, notes: notes)
  }

  /// Unpacks the cavity cases of a downloaded archive, or of all archives in a folder, into
  /// `destination` and checks them. A folder that is unpacked already is checked where it is.
  /// - Throws: `AssayError` when an archive is damaged, holds no cavity case, or cannot be unpacked.
  public static func importDownload(from source: URL, to destination: URL) throws -> ImportSummary {
    let archives = try CavityArchive.find(in: source)
    if archives.isEmpty { return try check(source) }
    var count = 0
    for archive in archives { count += try archive.extract(to: destination) }
    guard count > 0 else {
      throw AssayError(
        .badInput, where: source.path, found: "no cavity case in \(archives.count) archives",
        expected: "entries such as cavity/bc/case0000/u.npy",
        remedy: "name the cavity archive of the CFDBench download")
    }
    return try check(destination)
  }

  /// Holes in the numbering of one sweep: the released data may have them, so they are only told.
  private static func gaps(in folders: [CavityCaseFolder]) -> [String] {
    zip(folders, folders.dropFirst()).compactMap { before, after in
      let absent = after.number - before.number - 1
      return absent > 0
        ? "\(absent) cases are absent between \(before.path) and \(after.path)" : nil
    }
  }
}
