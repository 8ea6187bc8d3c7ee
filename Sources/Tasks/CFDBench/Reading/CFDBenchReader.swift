import DataFormats
import Experiment
import Foundation

/// Reads the cavity cases of CFDBench from a folder in the official format, generated or downloaded:
/// `cavity/{bc,prop,geo}/caseNNNN/{u.npy,v.npy,case.json}`.
public struct CFDBenchReader: Sendable {
  /// The folder that holds `cavity/`.
  public let root: URL
  private let size: Int

  /// A reader of `folder`, which holds `cavity/` or a folder `data` with it, or is `cavity` itself;
  /// fields have `outputSize` × `outputSize` cells.
  /// - Throws: `AssayError` (bad input) when there is no such tree.
  public init(folder: URL, outputSize: Int = 64) throws {
    root = try CFDBenchFolder(in: folder).root
    size = outputSize
  }

  /// Every case of `sweeps` that lies in the folder, or `limit` of them evenly spaced when it is not 0:
  /// BC first, then PROP, then GEO, each by number.
  /// - Throws: `AssayError` (bad input) that tells all mistakes of the folder together.
  public func series(of sweeps: [CavitySweep], limit: Int = 0) throws -> [CavitySeries] {
    let tree = try CFDBenchFolder(in: root)
    let folders = CavitySweep.allCases.filter(sweeps.contains).map { tree.cases(of: $0) }
    var problems = ProblemList()
    for (sweep, found) in zip(CavitySweep.allCases.filter(sweeps.contains), folders)
    where found.isEmpty {
      problems.append(missing("cavity/\(sweep.rawValue)", expected: "folders case0000, …"))
    }
    problems.append(contentsOf: promised(in: sweeps))
    let all = Array(folders.joined())
    let chosen = CavityEnumeration.evenlySpaced(limit, of: all.count).map { all[$0] }
    return try read(chosen, problems: problems)
  }

  /// The cases at `paths` (as `cavity/bc/case0007`), in that order.
  public func series(at paths: [String]) throws -> [CavitySeries] {
    let folders = paths.compactMap(CavityCaseFolder.init)
    precondition(folders.count == paths.count, "a path is not cavity/<sweep>/case<number>")
    return try read(folders, problems: ProblemList())
  }

  private func read(
    _ folders: [CavityCaseFolder], problems: ProblemList
  ) throws -> [CavitySeries] {
    var problems = problems
    var types: Set<NPYHeader.ElementType> = []
    let reader = CavityCaseReader(root: root, size: size)
    let series = folders.compactMap {
      reader.read($0, problems: &problems, elementTypes: &types)
    }
    try problems.throwIfAny(in: root)
    return series
  }

  /// What a manifest in the folder lists for `sweeps` and is not there.
  func promised(in sweeps: [CavitySweep]) -> [AssayError] {
    guard let manifest = try? Manifest.read(from: root) else { return [] }
    let prefixes = sweeps.map { "\(CavityEnumeration.problem)/\($0.rawValue)/" }
    return manifest.files.map(\.path)
      .filter { path in prefixes.contains { path.hasPrefix($0) } }
      .filter { !FileManager.default.fileExists(atPath: root.appending(path: $0).path) }
      .map { missing($0, expected: "the file that \(Manifest.fileName) lists") }
  }

  private func missing(_ path: String, expected: String) -> AssayError {
    AssayError(
      .badInput, where: root.appending(path: path).path, found: "it is missing",
      expected: expected, remedy: "generate or download the data again")
  }
}
