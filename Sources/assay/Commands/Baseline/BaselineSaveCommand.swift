import ArgumentParser
import Comparison
import Experiment
import Store

/// `assay baseline save`.
struct BaselineSaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Freeze the stored results of a profile as a baseline.",
    discussion: """
      EXAMPLES:
        assay baseline save quick --profile quick
        assay baseline save my-paper --profile standard --suites cfdbench
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The id: small letters, digits and hyphens.")
  var id: String

  @Option(help: "The profile whose results are frozen.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these suites.", valueName: "ids"))
  var suites: IdentifierList = []

  func run() throws {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(FrameQuery(suites: suites.names, profiles: [profile]))
    let baseline = try Baseline.save(
      frame, id: id, profile: profile, in: workspace.baselinesFolder)
    print("saved \(baseline.frame.cells.count) cells as \(workspace.baselines)/\(id)")
  }
}
