import ArgumentParser
import Comparison
import Experiment
import Foundation
import Store

/// `assay export ci`: what continuous integration shows of a run.
struct ExportCICommand: ParsableCommand {
  enum Annotations: String, ExpressibleByArgument, CaseIterable {
    /// Workflow commands of GitHub Actions.
    case github
    /// A line a finding.
    case plain
    /// Nothing.
    case none
  }

  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "Write a run as JUnit XML, Markdown summary and annotations.",
    discussion: """
      Made from the store, so that it is the same for one run and for merged shards. With suites \
      named, a cell of their plan that has no result counts as a failure; without, all that is \
      stored is told.

      EXAMPLES:
        assay export ci cfdbench --junit run.xml --summary summary.md
        assay export ci cfdbench --baseline quick --annotations github
        assay export ci cfdbench --code-quality code-quality.json
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var workspace: Workspace
  @OptionGroup var judging: Judging

  @Option(
    help: ArgumentHelp(
      "Compare with this baseline; a regression is a failed test.", valueName: "id"))
  var baseline = ""

  @Option(
    help: ArgumentHelp("Write a test a cell and a test a gate as JUnit XML.", valueName: "file"))
  var junit = ""

  @Option(help: ArgumentHelp("Append a summary in Markdown.", valueName: "file"))
  var summary = ""

  @Option(help: ArgumentHelp("Write GitLab's code quality report.", valueName: "file"))
  var codeQuality = ""

  @Option(help: "Print failures for a log: github, plain or none.")
  var annotations: Annotations = .plain

  func run() throws {
    let digest = try digest()
    for (file, text) in [(junit, digest.junit), (codeQuality, digest.codeQuality)]
    where !file.isEmpty {
      let url = URL(filePath: file)
      try ReportFolder(url.deletingLastPathComponent()).write(
        [(url.lastPathComponent, Data(text.utf8))])
    }
    if !summary.isEmpty { try AppendedText.append(digest.markdown, to: URL(filePath: summary)) }
    switch annotations {
    case .github: print(digest.githubAnnotations, terminator: "")
    case .plain: print(digest.plainAnnotations, terminator: "")
    case .none: break
    }
  }

  private func digest() throws -> RunDigest {
    let plans = selection.suites.isEmpty && !selection.all ? [] : try selection.plans(in: workspace)
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(
      FrameQuery(suites: plans.map(\.suite.id), profiles: [selection.profile]))
    let failures = frame.cells.filter { $0.state != .done && $0.state != .skipped }
    let logs = try failures.map { ($0.key, try store.log(key: $0.key).tail) }
    return RunDigest(
      frame, profile: selection.profile,
      expected: plans.isEmpty ? nil : plans.flatMap(\.cells).map(\.identity),
      logs: Dictionary(logs, uniquingKeysWith: { $1 }), comparison: try comparison(of: frame))
  }

  private func comparison(of frame: ResultFrame) throws -> ComparisonReport? {
    if baseline.isEmpty { return nil }
    let stored = try Baseline.load(baseline, in: workspace.baselinesFolder)
    return try judging.comparer(.onlyRun).compare(frame, against: stored)
  }
}
