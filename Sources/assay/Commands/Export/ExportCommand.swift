import ArgumentParser

/// `assay export`: stored results in the forms that other programs and papers want.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write results, tables, figures, a reproducibility bundle, or a run for CI.",
    discussion: """
      The same store and baselines always give the same bytes.

      EXAMPLES:
        assay export results --format csv --output results.csv
        assay export tables --output tables.tex
        assay export figures --format svg,pdf --output figures
        assay export bundle --output bundle.zip
        assay export ci cfdbench --junit run.xml --summary summary.md
      """,
    subcommands: [
      ExportResultsCommand.self, ExportTablesCommand.self, ExportFiguresCommand.self,
      ExportBundleCommand.self, ExportCICommand.self,
    ])
}
