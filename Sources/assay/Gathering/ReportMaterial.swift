import Comparison
import Experiment
import Foundation
import Reports
import Store
import Submissions

/// Gathers what a report is made from: the store, the baselines and the command of each cell.
struct ReportMaterial {
  /// The baseline that is used when it is there and not missed when it is not.
  static let optionalBaseline = "quick"

  let workspace: Workspace
  let profile: Profile
  let suites: [String]
  let baseline: String

  /// The report's input.
  /// - Throws: `AssayError` (bad input) when the store has nothing at this profile.
  func input() throws -> ReportInput {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(
      FrameQuery(suites: suites, profiles: [profile], content: .numbersAndSnapshots))
    guard !frame.cells.isEmpty else {
      throw AssayError(
        .badInput, where: workspace.store, found: "no cell at profile \(profile.rawValue)",
        expected: "results", remedy: "run a suite first, as in 'assay run cfdbench'")
    }
    let runs = Dictionary(frame.runs.map { ($0.id, $0) }) { first, _ in first }
    let run = Baseline(id: "this run", profile: profile, frame: frame)
    let baselines = StoredBaselines(in: workspace.baselinesFolder)
    return ReportInput(
      title: "Assay: \(frame.suites.map(\.title).joined(separator: ", "))", frame: frame,
      standings: LeaderboardMaker.make([run]), comparisons: try comparisons(of: frame),
      published: try baselines.published(of: frame.suites.map(\.id)).flatMap(\.matches),
      commands: Dictionary(
        uniqueKeysWithValues: frame.cells.map { ($0.identity, command(of: $0, in: runs[$0.run])) }),
      logs: try logs(of: frame, in: store))
  }

  /// The ends of the logs of cells that are not done.
  private func logs(of frame: ResultFrame, in store: ResultStore) throws -> [CellIdentity: String] {
    try frame.cells.filter { $0.state != .done }.reduce(into: [:]) { logs, cell in
      logs[cell.identity] = try store.log(key: cell.key).tail
    }
  }

  /// The comparison with the baseline; none when it is of another profile.
  private func comparisons(of frame: ResultFrame) throws -> [ComparisonReport] {
    let known = try Baseline.list(in: workspace.baselinesFolder)
    let isMissed = !known.contains { $0.id == baseline && $0.kind == .measured }
    if isMissed && baseline == Self.optionalBaseline { return [] }
    let stored = try Baseline.load(baseline, in: workspace.baselinesFolder)
    guard stored.profile == profile else { return [] }
    return [try Comparer(scope: .onlyRun).compare(frame, against: stored)]
  }

  /// The command that runs the cell again; with it the files of models that its run named, as the cell's
  /// may be one of them.
  private func command(of cell: CellResult, in run: RunRecord?) -> String {
    let name = cell.identity
    let data = cell.dataOrigin == .imported ? " --data imported" : ""
    let files = Self.modelFiles(of: run?.command ?? []).map { " --model \(ShellText.quoted($0))" }
      .joined()
    return "assay run \(name.suite) --profile \(name.profile.rawValue) --tasks \(name.task) "
      + "--models \(name.model)\(files) --seeds \(name.seed) --force\(data)"
  }

  /// What a command line gives as `--model FILE` or `--model=FILE`.
  static func modelFiles(of command: [String]) -> [String] {
    command.indices.compactMap { index in
      let word = command[index]
      if word.hasPrefix("--model=") { return String(word.dropFirst("--model=".count)) }
      return word == "--model" && index + 1 < command.count ? command[index + 1] : nil
    }
  }
}
