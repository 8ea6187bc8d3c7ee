import ArgumentParser
import Comparison
import DataFormats
import Experiment
import Foundation
import Reports

/// `assay leaderboard`: made from the stored baselines alone.
struct LeaderboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leaderboard",
    abstract: "Show, write or check the leaderboard of the stored baselines.",
    discussion: """
      The leaderboard is made from the measured baselines alone, so it is the same on every machine.

      EXAMPLES:
        assay leaderboard            print it
        assay leaderboard --write    write Reports/leaderboard.{html,md,json}
        assay leaderboard --check    exit 1 when the written files are stale
      """)

  @OptionGroup var workspace: Workspace

  @Option(help: ArgumentHelp("The folder of reports.", valueName: "folder"))
  var reports = "Reports"

  @Flag(help: "Write the three files.")
  var write = false

  @Flag(help: "Compare the three files with what would be written.")
  var check = false

  func run() throws {
    let leaderboard = try StoredBaselines(in: workspace.baselinesFolder).leaderboard()
    let files = [
      ("leaderboard.html", try LeaderboardPage.render(leaderboard)),
      ("leaderboard.json", try leaderboard.json()),
      ("leaderboard.md", leaderboard.markdown),
    ]
    let folder = URL(filePath: reports, directoryHint: .isDirectory)
    if check {
      try refuseStale(files, in: folder)
    } else if write {
      try ReportFolder(folder).write(files.map { ($0.0, Data($0.1.utf8)) })
    } else {
      print(leaderboard.markdown, terminator: "")
    }
  }

  private func refuseStale(_ files: [(name: String, text: String)], in folder: URL) throws {
    let stale = files.filter { file in
      (try? Data(contentsOf: folder.appending(path: file.name))) != Data(file.text.utf8)
    }
    guard !stale.isEmpty else { return print("the leaderboard is up to date") }
    for file in stale {
      print("\(reports)/\(file.name) is stale; run 'assay leaderboard --write' and commit it")
    }
    throw Outcome(code: .regression)
  }
}
