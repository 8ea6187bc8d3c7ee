import Comparison
import Experiment
import Foundation
import Randomness
import Reports

/// The HTML report of 100 cells: ten models, two tasks, five seeds, each with curves.
struct ReportSpeed: Timing {
  let peer: BenchoptPeer

  private static let repetitions = 5

  func measured(on machine: MachineFacts) throws -> PerfEntry {
    let frame = SyntheticResults.frame(tasks: 2, models: 10, seeds: 5)
    let run = Baseline(id: "this run", profile: .quick, frame: frame)
    let seconds = try Stopwatch.median(of: Self.repetitions) {
      let input = ReportInput(
        title: "Speed", frame: frame, standings: LeaderboardMaker.make([run]))
      _ = try HTMLReport.render(input)
    }
    return PerfEntry(
      "report/html-100", ours: seconds, unit: "s", goal: 1, runs: Self.repetitions,
      machine: machine, peer: peer.reportSeconds)
  }
}
