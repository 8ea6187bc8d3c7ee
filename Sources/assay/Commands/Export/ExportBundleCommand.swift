import ArgumentParser
import Experiment
import Foundation
import Store

/// `assay export bundle`.
struct ExportBundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: "Write all that others need to check and repeat the results, as one archive.",
    discussion: """
      A zip archive with the suites, every cell's key, configuration, numbers and series, the \
      environment, the report in HTML and PDF, the figures, and the commands that make it again; a \
      manifest has the SHA-256 of each file. The numbers are a baseline folder too: 'assay baseline \
      import' takes it, 'assay compare' compares with it.

      EXAMPLES:
        assay export bundle --output bundle.zip
      """)

  @OptionGroup var workspace: Workspace
  @OptionGroup var selection: ReportSelection

  @Option(help: ArgumentHelp("The archive to write.", valueName: "zip"))
  var output: String

  func run() throws {
    try ResultStore(path: workspace.store, access: .readOnly).refuseChangedValues()
    let input = try selection.material(in: workspace).input()
    let url = URL(filePath: output)
    let count = try Bundle(input: input, profile: selection.profile, workspace: workspace)
      .write(to: url)
    print("wrote \(count) files to \(url.relativePath)")
  }
}
