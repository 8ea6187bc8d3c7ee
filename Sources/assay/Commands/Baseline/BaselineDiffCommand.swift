import ArgumentParser
import Comparison
import Experiment

/// `assay baseline diff`.
struct BaselineDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "List the values that two baselines have not in common.",
    discussion: """
      Value by value, without statistics; 'assay compare' says whether a change means anything.

      EXAMPLES:
        assay baseline diff quick theirs
      """)

  @OptionGroup var workspace: Workspace

  @Argument(help: "The id of the one.")
  var before: String

  @Argument(help: "The id of the other.")
  var after: String

  func run() throws {
    let folder = workspace.baselinesFolder
    let difference = BaselineDifference(
      from: try Baseline.load(before, in: folder), to: try Baseline.load(after, in: folder))
    print(difference.text, terminator: "")
  }
}
