import Experiment
import Foundation

/// The state of a run as it is shown on a terminal: one line a job and one for the whole.
public struct LiveProgress: Sendable {
  private struct Job: Sendable {
    let cell: CellIdentity
    let start: Double
    let expectedSeconds: Double
    var stage: CellStage = .prepare
  }

  private var jobs: [Int: Job] = [:]
  private var finished = 0
  private var total = 0
  private var remainingSeconds = 0.0
  private let formatter = ProgressFormatter()

  /// A display of a run that has not begun.
  public init() {}

  /// Takes an event in; `time` is in seconds on any clock that only goes forward.
  public mutating func apply(_ event: RunEvent, at time: Double) {
    switch event {
    case .started(_, let cells, let cached, let kept, _): total = cells - cached - kept
    case .cellStarted(let cell, let slot, let expectedSeconds):
      jobs[slot] = Job(cell: cell, start: time, expectedSeconds: expectedSeconds)
    case .cellStage(_, let slot, let stage): jobs[slot]?.stage = stage
    case .cellFinished(let report):
      // With the next cell handed out before this one was stored, the slot may be taken again.
      if jobs[report.slot]?.cell == report.cell { jobs[report.slot] = nil }
      finished = report.finished
      total = report.total
      remainingSeconds = report.remainingSeconds
    default: break
    }
  }

  /// The lines at `time`, each cut to `width` characters; none when nothing runs.
  public func lines(at time: Double, width: Int) -> [String] {
    guard !jobs.isEmpty else { return [] }
    let lines = jobs.sorted { $0.key < $1.key }.map { slot, job in
      let elapsed = formatter.duration(max(time - job.start, 0))
      let expected =
        job.expectedSeconds > 0 ? " of about \(formatter.duration(job.expectedSeconds))" : ""
      return "  \(slot + 1) \(job.cell) \(job.stage.rawValue) \(elapsed)\(expected)"
    }
    let rest =
      remainingSeconds > 0 ? ", about \(formatter.duration(remainingSeconds)) left" : ""
    return (lines + ["\(finished)/\(total) cells\(rest)"]).map { String($0.prefix(width)) }
  }
}
