import Experiment
import Foundation
import Planning
import Store

/// The cells that a run has to run: hands them to the pool and stores what comes back.
final class CellWork {
  private static let longestReason = 4000
  private let harness: Harness
  private let suite: SuiteDescription
  private let options: RunOptions
  private let ticket: RunTicket
  private let events: (RunEvent) -> Void
  private var past: Past
  private var queue: [KeyedCell]
  private let trial: SelfTestPhase.Outcome
  private var attempts: Attempts
  private var allowance: Allowance
  private(set) var tally: Tally

  /// Cells that have come to an end.
  struct Tally {
    let total: Int
    var finished = 0
    /// Cells that did not begin because the time would not have been enough.
    var leftOut = 0
    /// Those that take longer than the run was allowed.
    var tooLong = 0
    var states: [CellState: Int] = [:]
    var failures: [FailureKind: Int] = [:]

    mutating func count(_ result: CellResult) {
      finished += 1
      states[result.state, default: 0] += 1
      if let kind = result.failure { failures[kind, default: 0] += 1 }
    }
  }

  init(
    harness: Harness, suite: SuiteDescription, options: RunOptions, ticket: RunTicket,
    events: @escaping (RunEvent) -> Void, past: Past, cells: [KeyedCell],
    trial: SelfTestPhase.Outcome, allowance: Allowance
  ) {
    self.harness = harness
    self.suite = suite
    self.options = options
    self.ticket = ticket
    self.events = events
    self.past = past
    queue = cells
    self.trial = trial
    self.allowance = allowance
    attempts = Attempts(options)
    tally = Tally(total: cells.count)
  }

  func run(on pool: WorkerPool) throws {
    for cell in queue where !cell.problem.isEmpty {
      let result = cell.result(.failed, reason: cell.problem, failure: .noData, run: ticket.run)
      try store(result, log: "")
      finish(result, slot: 0)
    }
    queue = queue.filter(\.problem.isEmpty)
    past.seconds.open(queue.map(\.identity.pair))
    try pool.run(
      queue.map(item),
      WorkObserver(
        started: started, stage: stage, isWanted: isInTime,
        finished: { [unowned pool] report in try self.finished(report, pool) }))
  }

  private func item(_ cell: KeyedCell) -> WorkItem {
    var item = WorkItem(request: .cell(cell.order(options)), limits: cell.limits(options))
    item.company = cell.planned.budget.company
    item.expectedMebibytes = past.peaks[cell.identity.pair] ?? item.limits.memoryMebibytes
    return item
  }

  private func isInTime(_ item: Int) -> Bool {
    let pair = queue[item].identity.pair
    let known = past.seconds.known(pair)
    if trial.mayRun.contains(pair), allowance.admits(item, expectedSeconds: known) { return true }
    past.seconds.close(pair)
    tally.leftOut += 1
    if known > options.allowedSeconds ?? .infinity { tally.tooLong += 1 }
    return false
  }

  private func started(_ item: Int, _ slot: Int) throws {
    let cell = queue[item]
    allowance.begin(item)
    try harness.store.start(key: cell.key.hash, in: ticket)
    events(
      .cellStarted(
        cell: cell.identity, slot: slot,
        expectedSeconds: past.seconds.expected(cell.identity.pair)))
  }

  private func stage(_ item: Int, _ slot: Int, _ stage: CellStage) {
    events(.cellStage(cell: queue[item].identity, slot: slot, stage: stage))
  }

  private func finished(_ report: WorkReport, _ pool: WorkerPool) throws {
    let cell = queue[report.item]
    var result = result(of: report, cell)
    let verdict = attempts.judge(&result, item: report.item, retries: cell.retries(options))
    try store(result, log: report.log)
    note(result, cell, pool)
    switch verdict {
    case .counts: break
    case .failedByChance(let attempt):
      events(.cellRetried(report: self.report(result, slot: report.slot), attempt: attempt))
      return pool.runAgain(report.item)
    case .disturbed(let attempt, let isLast):
      events(
        .cellDisturbed(
          report: self.report(result, slot: report.slot), attempt: attempt,
          foreignLoad: result.resources.foreignLoad, isLast: isLast))
      if !isLast { return pool.runAgain(report.item) }
    }
    past.seconds.close(cell.identity.pair)
    finish(result, slot: report.slot)
  }

  private func result(of report: WorkReport, _ cell: KeyedCell) -> CellResult {
    switch report.result {
    case .success(.outcome(let outcome)):
      var result = cell.result(.done, run: ticket.run)
      result.evaluation = outcome.evaluation
      result.parameterCount = outcome.parameterCount
      result.facts = outcome.facts
      if trial.passed.contains(cell.identity.pair) { result.facts[SelfTestPhase.fact] = "passed" }
      result.resources = outcome.resources
      result.resources.peakMebibytes = max(
        outcome.resources.peakMebibytes, report.use.peakMebibytes)
      result.resources.concurrentCells = report.use.concurrentCells
      result.resources.foreignLoad = report.use.foreignLoad
      return result.divergedIfNothingIsFinite(among: headlines(of: cell.identity))
    case .success:
      preconditionFailure("the pool took another answer for a cell's outcome")
    case .failure(let failure):
      var result = cell.result(
        failure.kind.state, reason: Self.shortened(failure.reason), failure: failure.kind,
        run: ticket.run)
      result.resources = report.use
      return result
    }
  }

  /// A reason as it is stored: a sentence, not what a model wanted to say for a megabyte.
  private static func shortened(_ reason: String) -> String {
    guard reason.utf8.count > longestReason else { return reason }
    return String(decoding: reason.utf8.prefix(longestReason), as: UTF8.self) + " [...]"
  }

  private func headlines(of cell: CellIdentity) -> [Quantity] {
    suite.tasks.first { $0.id == cell.task }?.primary ?? []
  }

  /// Learns from what a cell took; cells of its kind that wait are packed by that.
  private func note(_ result: CellResult, _ cell: KeyedCell, _ pool: WorkerPool) {
    guard result.state == .done else { return }
    past.seconds.note(cell.identity.pair, seconds: result.resources.wallSeconds)
    let peak = result.resources.peakMebibytes
    let known = past.peaks[cell.identity.pair]
    guard peak > known ?? 0 || known == nil else { return }
    past.peaks[cell.identity.pair] = peak
    pool.expect(
      mebibytes: peak,
      of: queue.indices.filter { queue[$0].identity.pair == cell.identity.pair })
  }

  private func store(_ result: CellResult, log: String) throws {
    try harness.store.record(result, log: CellLog(log), in: ticket)
  }

  private func finish(_ result: CellResult, slot: Int) {
    tally.count(result)
    events(.cellFinished(report: report(result, slot: slot)))
  }

  private func report(_ result: CellResult, slot: Int) -> CellReport {
    let headline = headlines(of: result.identity).first
    return CellReport(
      cell: result.identity, slot: slot, state: result.state, reason: result.reason,
      failure: result.failure, headline: headline?.metric ?? "",
      value: headline.map(result.value) ?? .missing("no headline"),
      seconds: result.resources.wallSeconds, finished: tally.finished, total: tally.total,
      remainingSeconds: min(
        past.seconds.remaining / Double(past.jobs), allowance.secondsLeft))
  }
}
