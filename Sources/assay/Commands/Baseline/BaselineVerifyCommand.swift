import ArgumentParser
import Comparison
import Experiment

/// `assay baseline verify`.
struct BaselineVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the hashes and the form of every baseline.",
    discussion: """
      Exits with 2 when a file was edited or is missing, and says which.

      EXAMPLES:
        assay baseline verify
      """)

  @OptionGroup var workspace: Workspace

  func run() throws {
    var isSound = true
    for listing in try Baseline.list(in: workspace.baselinesFolder) {
      let problems = Baseline.verify(at: listing.folder)
      print(
        problems.isEmpty
          ? "\(listing.id): sound" : problems.map(\.description).joined(separator: "\n"))
      isSound = isSound && problems.isEmpty
    }
    if !isSound { throw Outcome(code: .badInput) }
  }
}
