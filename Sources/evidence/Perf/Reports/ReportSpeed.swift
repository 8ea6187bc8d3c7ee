import Foundation

/// Reports of many cells, each made in a process of its own on the first core; with its peak memory.
struct ReportSpeed: Timing {
  private static let repetitions = 3
  /// Enough that no page goes over it, and an alarm when one does.
  private static let mostMebibytes = 1024.0

  let report: RenderedReport
  let seconds: Double
  let peer: PeerTime

  /// The report in at most `seconds`.
  init(_ report: RenderedReport, within seconds: Double, peer: PeerTime = .none) {
    self.report = report
    self.seconds = seconds
    self.peer = peer
  }

  func measured(on machine: MachineFacts) throws -> PerfEntry { try entries(on: machine)[0] }

  func entries(on machine: MachineFacts) throws -> [PerfEntry] {
    let name = "report/\(report.rawValue)"
    let runs: [RenderTime] = try (0..<Self.repetitions).map { _ in
      try OwnProcess.result(["render", report.rawValue], on: "0", for: name)
    }
    let times = runs.map(\.seconds).sorted()
    return [
      PerfEntry(
        name, ours: times[times.count / 2], unit: "s", goal: seconds, runs: Self.repetitions,
        machine: machine, peer: peer),
      PerfEntry(
        "\(name)/memory", ours: runs.map(\.mebibytes).max() ?? .nan, unit: "MiB",
        goal: Self.mostMebibytes, runs: Self.repetitions, machine: machine),
    ]
  }
}
