import Experiment
import Foundation
import Planning
import Store

/// The cells that a run has to run: hands them to the pool and stores what comes back.
final class CellWork {
  private let harness: Harness
  private let suite: SuiteDescription
  private let options: RunOptions
  private let jobs: Int
  private let ticket: RunTicket
  private let events: (RunEvent) -> Void
  private var durations: Durations
  private var queue: [KeyedCell]
  private var open: [TaskModelPair: Int] = [:]
  /// Cells that have come to an end, by their state.
  private(set) var states: [CellState: Int] = [:]
  /// Cells that have come to an end.
  private(set) var finished = 0
  private let total: Int

  init(
    harness: Harness, suite: SuiteDescription, options: RunOptions, jobs: Int, ticket: RunTicket,
    events: @escaping (RunEvent) -> Void, durations: Durations, cells: [KeyedCell]
  ) {
    self.harness = harness
    self.suite = suite
    self.options = options
    self.jobs = jobs
    self.ticket = ticket
    self.events = events
    self.durations = durations
    queue = cells
    total = cells.count
  }

  func run(on pool: WorkerPool) throws {
    for cell in queue where !cell.problem.isEmpty {
      try store(cell.result(.failed, reason: cell.problem, run: ticket.run), slot: 0, log: "")
    }
    queue = durations.longestFirst(queue.filter(\.problem.isEmpty))
    for cell in queue { open[cell.identity.pair, default: 0] += 1 }
    try pool.run(
      queue.map(item), WorkObserver(started: started, stage: stage, finished: finished))
  }

  private func item(_ cell: KeyedCell) -> WorkItem {
    WorkItem(request: .cell(cell.order(options)), limits: cell.limits(options))
  }

  private func started(_ item: Int, _ slot: Int) throws {
    let cell = queue[item]
    try harness.store.start(key: cell.key.hash, in: ticket)
    events(
      .cellStarted(
        cell: cell.identity, slot: slot, expectedSeconds: durations.expected(cell.identity)))
  }

  private func stage(_ item: Int, _ slot: Int, _ stage: CellStage) {
    events(.cellStage(cell: queue[item].identity, slot: slot, stage: stage))
  }

  private func finished(_ report: WorkReport) throws {
    let cell = queue[report.item]
    open[cell.identity.pair, default: 1] -= 1
    var result: CellResult
    switch report.result {
    case .success(.outcome(let outcome)):
      result = cell.result(.done, reason: "", run: ticket.run)
      result.evaluation = outcome.evaluation
      result.parameterCount = outcome.parameterCount
      result.resources = outcome.resources
      durations.note(cell.identity, seconds: report.seconds)
    case .success:
      preconditionFailure("the pool took another answer for a cell's outcome")
    case .failure(let failure):
      result = cell.result(failure.state, reason: failure.reason, run: ticket.run)
      result.resources.wallSeconds = report.seconds
      result.resources.peakMebibytes = report.seenMebibytes
    }
    result.resources.concurrentCells = report.concurrent
    try store(result, slot: report.slot, log: report.log)
  }

  private func store(_ result: CellResult, slot: Int, log: String) throws {
    try harness.store.record(result, log: CellLog(log), in: ticket)
    states[result.state, default: 0] += 1
    finished += 1
    events(.cellFinished(report: report(result, slot: slot)))
  }

  private func report(_ result: CellResult, slot: Int) -> CellReport {
    let headline = suite.tasks.first { $0.id == result.identity.task }?.primary.first
    return CellReport(
      cell: result.identity, slot: slot, state: result.state, reason: result.reason,
      headline: headline?.metric ?? "",
      value: headline.map(result.value) ?? .missing("no headline"),
      seconds: result.resources.wallSeconds, finished: finished, total: total,
      remainingSeconds: remainingSeconds)
  }

  private var remainingSeconds: Double {
    durations.expected(open) / Double(jobs)
  }
}
