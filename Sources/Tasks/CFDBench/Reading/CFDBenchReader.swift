import DataFormats
import Experiment
import Foundation

/// Reads the cases of one problem of CFDBench from a folder in the official format, generated or
/// downloaded: `<problem>/{bc,prop,geo}/caseNNNN/{u.npy,v.npy,case.json}`.
public struct CFDBenchReader: Sendable {
  /// The problem whose cases are read.
  public let problem: FlowProblem
  /// The folder that holds the problem's folder.
  public let root: URL
  private let size: Int

  /// A reader of `folder`, which holds the problem's folder or a folder `data` with it, or is the
  /// problem's folder itself; fields have `outputSize` × `outputSize` cells.
  /// - Throws: `AssayError` (bad input) when there is no such tree.
  public init(folder: URL, problem: FlowProblem, outputSize: Int = 64) throws {
    self.problem = problem
    root = try CFDBenchFolder(in: folder, for: [problem]).root
    size = outputSize
  }

  /// Every case of `sweeps` that lies in the folder, or `limit` of them evenly spaced when it is not 0:
  /// BC first, then PROP, then GEO, each by number.
  /// - Throws: `AssayError` (bad input) that tells all mistakes of the folder together.
  public func series(of sweeps: [FlowSweep], limit: Int = 0) throws -> [FlowSeries] {
    let tree = try CFDBenchFolder(in: root, for: [problem])
    let chosen = FlowSweep.allCases.filter(sweeps.contains)
    let folders = chosen.map { tree.cases(of: problem, $0) }
    var problems = ProblemList()
    for (sweep, found) in zip(chosen, folders) where found.isEmpty {
      problems.append(
        missing("\(problem.rawValue)/\(sweep.rawValue)", expected: "folders case0000, …"))
    }
    problems.append(contentsOf: promised(in: sweeps))
    let all = Array(folders.joined())
    let limited = FlowEnumeration.evenlySpaced(limit, of: all.count).map { all[$0] }
    return try read(limited, problems: problems)
  }

  /// The cases at `paths` (as `cavity/bc/case0007`), in that order, without those whose simulation
  /// failed.
  public func series(at paths: [String]) throws -> [FlowSeries] {
    let folders = paths.compactMap(FlowCaseFolder.init)
    precondition(folders.count == paths.count, "a path is not <problem>/<sweep>/case<number>")
    let made = folders.filter { PartFailure.read(from: root.appending(path: $0.path)) == nil }
    return try read(made, problems: ProblemList())
  }

  private func read(
    _ folders: [FlowCaseFolder], problems: ProblemList
  ) throws -> [FlowSeries] {
    var problems = problems
    var types: Set<NPYHeader.ElementType> = []
    let reader = FlowCaseReader(root: root, size: size)
    let series = folders.compactMap {
      reader.read($0, problems: &problems, elementTypes: &types)
    }
    try problems.throwIfAny(in: root)
    return series
  }

  /// What a manifest in the folder lists for `sweeps` and is not there.
  func promised(in sweeps: [FlowSweep]) -> [AssayError] {
    guard let manifest = try? Manifest.read(from: root) else { return [] }
    let prefixes = sweeps.map { "\(problem.rawValue)/\($0.rawValue)/" }
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
