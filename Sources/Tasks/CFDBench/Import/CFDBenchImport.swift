import DataFormats
import Experiment
import Foundation

/// Takes over a user's own download of CFDBench, or a folder in its format.
public enum CFDBenchImport {
  /// The name by which datasets ask for the download of `problem`.
  public static func benchmark(of problem: FlowProblem) -> String {
    "cfdbench-\(problem.rawValue)"
  }

  /// The problems in `folder`, and the folder of each; `folder` is as for `check`.
  /// - Throws: `AssayError` (bad input) when there is none.
  public static func problems(in folder: URL) throws -> [FlowProblem: URL] {
    let tree = try CFDBenchFolder(in: folder)
    return Dictionary(
      uniqueKeysWithValues: tree.problems.map {
        ($0, tree.root.appending(path: $0.rawValue, directoryHint: .isDirectory))
      })
  }

  /// Reads every case of `problems` in `folder` and tells what is there and what is wrong; one case at a
  /// time is in memory. `folder` holds the folders of problems or a folder `data` with them, or is the
  /// folder of one problem.
  /// - Throws: `AssayError` (bad input) when there is no such tree.
  public static func check(
    _ folder: URL, problems chosen: [FlowProblem] = FlowProblem.allCases, outputSize: Int = 64
  ) throws -> ImportSummary {
    let tree = try CFDBenchFolder(in: folder, for: chosen)
    let reader = FlowCaseReader(root: tree.root, size: outputSize)
    var problems = ProblemList()
    var types: Set<NPYHeader.ElementType> = []
    var contents: [ImportSummary.SweepContent] = []
    var notes: [String] = []
    for problem in tree.problems where chosen.contains(problem) {
      for sweep in FlowSweep.allCases {
        let folders = tree.cases(of: problem, sweep)
        let frames = folders.compactMap {
          reader.read($0, problems: &problems, elementTypes: &types)?.frameCount
        }
        notes += gaps(in: folders)
        guard !folders.isEmpty else { continue }
        contents.append(
          .init(
            problem: problem, sweep: sweep, cases: frames.count, frames: frames.reduce(0, +)))
      }
      let promised = try CFDBenchReader(folder: tree.root, problem: problem)
        .promised(in: FlowSweep.allCases)
      problems.append(contentsOf: promised)
    }
    let manifest = try Manifest(of: tree.root, subfolders: contents.map(\.path))
    return ImportSummary(
      root: tree.root, sweeps: contents,
      elementTypes: types.sorted { $0.rawValue < $1.rawValue },
      contentHash: manifest.contentHash, problems: problems.problems, notes: notes)
  }

  /// Unpacks the cases of a downloaded archive, or of all archives in a folder, into `destination` and
  /// checks them. A folder that is unpacked already is checked where it is.
  /// - Throws: `AssayError` when an archive is damaged, holds no case, or cannot be unpacked.
  public static func importDownload(from source: URL, to destination: URL) throws -> ImportSummary {
    let archives = try CFDBenchArchive.find(in: source)
    if archives.isEmpty { return try check(source) }
    var count = 0
    for archive in archives { count += try archive.extract(to: destination) }
    guard count > 0 else {
      throw AssayError(
        .badInput, where: source.path, found: "no case of CFDBench in \(archives.count) archives",
        expected: "entries such as cavity/bc/case0000/u.npy",
        remedy: "name an archive of the CFDBench download, as cavity.zip")
    }
    return try check(destination)
  }

  /// Holes in the numbering of one sweep: the released data may have them, so they are only told.
  private static func gaps(in folders: [FlowCaseFolder]) -> [String] {
    zip(folders, folders.dropFirst()).compactMap { before, after in
      let absent = after.number - before.number - 1
      return absent > 0
        ? "\(absent) cases are absent between \(before.path) and \(after.path)" : nil
    }
  }
}
