import ArgumentParser
import Comparison
import Experiment
import Foundation

/// `assay export tables`.
struct ExportTablesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tables",
    abstract: "Write the standings as LaTeX tables (booktabs).",
    discussion: """
      One table over all tasks and one for each task and quantity, of the stored results or of the \
      measured baselines.

      EXAMPLES:
        assay export tables --output tables.tex
        assay export tables --baselines --output leaderboard.tex
      """)

  @OptionGroup var workspace: Workspace
  @OptionGroup var selection: ReportSelection

  @Flag(help: "The leaderboard of the measured baselines instead of the stored results.")
  var baselines = false

  @Option(help: ArgumentHelp("The file to write.", valueName: "tex"))
  var output: String

  func run() throws {
    let board =
      baselines
      ? try StoredBaselines(in: workspace.baselinesFolder).leaderboard()
      : try selection.material(in: workspace).input().standings
    let url = URL(filePath: output)
    try ReportFolder(url.deletingLastPathComponent()).write(
      [(url.lastPathComponent, Data(board.latex.utf8))])
  }
}
