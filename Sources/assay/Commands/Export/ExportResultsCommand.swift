import ArgumentParser
import Comparison
import DataFormats
import Experiment
import Foundation
import Store

/// `assay export results`.
struct ExportResultsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// A line a measurement.
    case csv
    /// JSON Lines: suites, runs, cells, measurements; `assay baseline import` reads them.
    case jsonl
  }

  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Write every measurement as CSV or JSON Lines.",
    discussion: """
      EXAMPLES:
        assay export results --format csv --output results.csv
        assay export results --format jsonl > results.jsonl
      """)

  @OptionGroup var workspace: Workspace
  @OptionGroup var selection: ReportSelection

  @Option(help: "csv or jsonl.")
  var format: Format = .csv

  @Option(
    help: ArgumentHelp("The file to write; standard output when not given.", valueName: "file"))
  var output = ""

  func run() throws {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    let frame = try store.frame(
      FrameQuery(suites: selection.suites.names, profiles: [selection.profile]))
    guard !frame.cells.isEmpty else { throw selection.nothing(in: workspace) }
    if output.isEmpty { return try write(frame) { try StandardOutput.write($0) } }
    let url = URL(filePath: output)
    try AtomicFile.write(to: url) { file in
      try write(frame) { try file.append(Data($0.utf8)) }
    }
    print("wrote \(frame.cells.count) cells to \(url.relativePath)")
  }

  private func write(_ frame: ResultFrame, to write: (String) throws -> Void) throws {
    switch format {
    case .csv: try frame.writeCSV(to: write)
    case .jsonl: try frame.writeJSONLines(to: write)
    }
  }
}
