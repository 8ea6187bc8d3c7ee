import ArgumentParser
import Comparison
import Experiment
import Planning
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
        assay baseline save my-method --models my-method,fno
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The id: small letters, digits and hyphens.")
  var id: String

  @Option(help: "The profile whose results are frozen.")
  var profile: Profile = .quick

  @Option(help: ArgumentHelp("Only these suites.", valueName: "ids"))
  var suites: IdentifierList = []

  @Option(help: ArgumentHelp("Only these tasks.", valueName: "ids"))
  var tasks: IdentifierList = []

  @Option(help: ArgumentHelp("Only these models.", valueName: "ids"))
  var models: IdentifierList = []

  func run() throws {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    try store.refuseChangedValues()
    let frame = try chosen(
      of: store.frame(FrameQuery(suites: suites.names, profiles: [profile])))
    let baseline = try Baseline.save(
      frame, id: id, profile: profile, in: workspace.baselinesFolder)
    print("saved \(baseline.frame.cells.count) cells as \(workspace.baselines)/\(id)")
  }

  /// The cells of the chosen tasks and models; what is left out on purpose is not to be told as missing.
  private func chosen(of frame: ResultFrame) throws -> ResultFrame {
    try require(tasks.names, "task", among: frame.cells.map(\.identity.task))
    try require(models.names, "model", among: frame.cells.map(\.identity.model))
    var chosen = frame
    func isLeftOut(_ name: String, _ names: [String]) -> Bool {
      !names.isEmpty && !names.contains(name)
    }
    chosen.cells.removeAll {
      isLeftOut($0.identity.task, tasks.names) || isLeftOut($0.identity.model, models.names)
    }
    for index in chosen.suites.indices {
      chosen.suites[index].tasks.removeAll { isLeftOut($0.id, tasks.names) }
      chosen.suites[index].models.removeAll { isLeftOut($0.id, models.names) }
    }
    return chosen
  }

  private func require(_ names: [String], _ kind: String, among known: [String]) throws {
    let known = Set(known).sorted()
    for name in names where !known.contains(name) {
      throw AssayError(
        .badInput, where: workspace.store,
        found: "no stored cell of \(kind) '\(name)' at profile \(profile.rawValue)",
        expected: SuggestedName.list(known),
        remedy: SuggestedName.remedy(for: name, among: known, otherwise: "run it first"))
    }
  }
}
