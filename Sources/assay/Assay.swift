import ArgumentParser
import Experiment
import Foundation
import Harness

/// The command line: one subcommand a file under `Commands`.
@main
struct Assay: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assay",
    abstract: "Reproducible benchmarks for scientific machine learning.",
    discussion: """
      Suites under Suites/ say what is run; results land in .assay/results.sqlite with their \
      provenance; reports, leaderboards and comparisons are made from stored results alone.

      EXAMPLES:
        assay run cfdbench --profile quick      train, score and store every cell
        assay report                            write Reports/index.html, report.pdf
        assay compare --baseline quick          compare with a stored baseline
        assay show cfdbench/cavity-bc/fno/0     one cell: numbers, provenance, log

      EXIT CODES:
      \(ExitCodeTable.text)
      """,
    version: Release.version,
    subcommands: [
      RunCommand.self, SubmitCommand.self, MergeCommand.self, PlanCommand.self, ListCommand.self,
      ValidateCommand.self, CheckModelCommand.self, InitCommand.self, DataCommand.self,
      ShowCommand.self, VerifyCommand.self, HistoryCommand.self, DiffCommand.self,
      ExportCommand.self,
      ReportCommand.self, CompareCommand.self, LeaderboardCommand.self,
      BaselineCommand.self, DoctorCommand.self, WorkerCommand.self,
    ])

  static func main() async {
    StandardOutput.outliveReadersAndLimits()
    Harness.adoptOrphans()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try StandardOutput.finish()
    } catch {
      Failure.exit(with: error)
    }
  }
}
