import ArgumentParser
import Comparison

/// `assay baseline list`.
struct BaselineListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the baselines.",
    discussion: """
      EXAMPLES:
        assay baseline list
      """)

  @OptionGroup var workspace: Workspace

  func run() throws {
    for listing in try Baseline.list(in: workspace.baselinesFolder) {
      print("\(listing.id)  \(listing.kind.rawValue)  \(listing.profile?.rawValue ?? "")")
    }
  }
}
