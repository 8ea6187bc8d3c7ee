import ArgumentParser
import Comparison
import Experiment
import Foundation
import Reports
import Store

/// `assay diff`: two runs, or a run and a baseline, side by side.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Write two runs, or a run and a baseline, side by side as a page.",
    discussion: """
      Which cells came, went or changed, which values with their verdict, and what in machine, software \
      and configuration may be the cause. A side is a baseline's id, the id of a run of the store or its \
      beginning, or 'now' for the newest results.

      EXAMPLES:
        assay diff quick now
        assay diff 20261129T0209 20261129T0436 --output diff.html
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The one: a baseline, a run, or 'now'.")
  var before: String

  @Argument(help: "The other.")
  var after: String

  @Option(help: "The profile of the newest results.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("The page to write.", valueName: "file"))
  var output = "Reports/diff.html"

  func run() throws {
    let (old, new) = (try frame(before), try frame(after))
    let profile = old.cells.first?.identity.profile ?? profile
    // Without anything in common there is no verdict, and the page says what is on either side.
    let comparison = try? Comparer(scope: .onlyRun).compare(
      new, against: old, named: before, profile: profile)
    let page = try HTMLReport.renderDifference(
      RunDifferenceReport(
        title: "\(before) and \(after)", before: .init(name: before, frame: old),
        after: .init(name: after, frame: new), comparison: comparison))
    let url = URL(filePath: output)
    try ReportFolder(url.deletingLastPathComponent()).write(
      [(url.lastPathComponent, Data(page.utf8))])
  }

  private func frame(_ side: String) throws -> ResultFrame {
    let known = try Baseline.list(in: workspace.baselinesFolder)
    if known.contains(where: { $0.id == side && $0.kind == .measured }) {
      return try Baseline.load(side, in: workspace.baselinesFolder).frame
    }
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    return side == "now"
      ? try store.frame(FrameQuery(profiles: [profile])) : try store.frame(run: side)
  }
}
