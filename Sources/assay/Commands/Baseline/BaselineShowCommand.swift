import ArgumentParser
import Comparison
import Experiment

/// `assay baseline show`.
struct BaselineShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a measured baseline's standings and environment.",
    discussion: """
      EXAMPLES:
        assay baseline show quick
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The id, as in quick.")
  var id: String

  func run() throws {
    let baseline = try Baseline.load(id, in: workspace.baselinesFolder)
    print(
      "\(baseline.id): \(baseline.frame.cells.count) cells, profile \(baseline.profile.rawValue)")
    for run in baseline.frame.runs {
      for (name, value) in run.environment.facts.sorted(by: { $0.key < $1.key }) {
        print("  \(name): \(value)")
      }
    }
    print("")
    print(LeaderboardMaker.make([baseline]).markdown, terminator: "")
  }
}
