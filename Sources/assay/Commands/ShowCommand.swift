import ArgumentParser
import Experiment
import Foundation
import Store

/// `assay show`: runs and cells of the store.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the cells of the store, or one cell with its numbers, provenance and log.",
    discussion: """
      EXAMPLES:
        assay show                             every cell: key, state, reason
        assay show --runs                      every run
        assay show cfdbench/cavity-bc/fno/0    one cell; a profile may follow
        assay show 3f9a --log                  by the beginning of its key
      """)

  @OptionGroup var workspace: Workspace

  @Argument(
    help: ArgumentHelp("A key or its beginning, or suite/task/model/seed.", valueName: "cell"))
  var cell = ""

  @Flag(help: "List the runs.")
  var runs = false

  @Flag(help: "Print the cell's log.")
  var log = false

  @Flag(help: "Print as JSON.")
  var json = false

  func run() throws {
    let store = try ResultStore(path: workspace.store, access: .readOnly)
    if runs { return try showRuns(of: store) }
    if cell.isEmpty { return try showCells(of: store) }
    let found = try store.cell(matching: cell)
    json ? try printJSON(found) : CellPage(cell: found).print()
    if log { print("\nlog\n\(TerminalText.lines(try store.log(key: found.key).text))") }
  }

  private func showRuns(of store: ResultStore) throws {
    let runs = try store.runs()
    if json { return try printJSON(runs) }
    for run in runs {
      let ended = run.ended.isEmpty ? "not ended" : run.ended
      print("\(run.id)  \(run.started) - \(ended)  \(run.command.joined(separator: " "))")
    }
  }

  private func showCells(of store: ResultStore) throws {
    let cells = try store.frame().cells
    if json { return try printJSON(cells.map(\.identity)) }
    for cell in cells {
      let reason = cell.reason.isEmpty ? "" : "  \(TerminalText.line(cell.reason))"
      print("\(cell.key.prefix(12))  \(cell.state.rawValue)  \(cell.identity)\(reason)")
    }
  }

  private func printJSON(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }
}
