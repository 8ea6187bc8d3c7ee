import ArgumentParser
import Experiment
import Foundation
import Harness
import Store

/// `assay verify`: runs stored cells again and compares every bit.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run stored cells again and compare every bit of their results.",
    discussion: """
      Nothing is stored. Times and memory are not compared. Exits with 1 when a number differs.

      EXAMPLES:
        assay verify cfdbench --models fno --seeds 0
        assay verify --all --share 0.03          a random 3 % of the cells
      """)

  @OptionGroup var selection: Selection
  @OptionGroup var execution: Execution
  @OptionGroup var workspace: Workspace

  @Option(help: "The share of the selected cells that is run, above 0 and up to 1.")
  var share = 1.0

  @Flag(help: "Print every event as one line of JSON on stdout.")
  var json = false

  func run() throws {
    guard share > 0, share <= 1 else {
      throw AssayError(
        .badInput, where: "--share", found: "\(share)", expected: "above 0 and up to 1",
        remedy: "give 0.03 for three in a hundred cells")
    }
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(FrameQuery(profiles: [selection.profile]))
    let repetition = Repetition(
      harness: Harness(catalogue: .assay, store: store, worker: .current),
      options: try execution.options(in: workspace), share: share,
      progress: ProgressPrinter(json ? .json : .text))
    try repetition.run(try selection.plans(in: workspace), beside: frame)
  }
}
