import Experiment
import Foundation
import Planning
import Store

/// One run of a plan, from its data to its summary. The store's lock is held around it.
struct PlanExecution {
  let harness: Harness
  let plan: Plan
  let options: RunOptions
  let record: RunRecord
  let control: RunControl
  let events: (RunEvent) -> Void
  let allowance: Allowance

  func run() throws -> RunSummary {
    let start = ContinuousClock.now
    try harness.store.refuseDamage()
    let pool = limitedPool()
    let jobs = pool.settings.jobs
    let cells = try PlanKeys(
      plan: plan, catalogue: harness.catalogue, options: options, control: control, events: events
    ).cells(pool)
    let states = try harness.store.states(among: cells.map(\.key.hash))
    let triage = Triage(cells, states: states, options.repetition)
    let ticket = try harness.store.begin(
      try recordAfterSelfTests(of: triage.pending, on: pool),
      plan: RunPlanRecord(
        suite: plan.suite, profile: plan.profile, resolvedSuite: plan.resolvedSuite,
        cells: cells.map(\.registered)))
    try announce(triage, jobs: jobs, ticket)
    let work = CellWork(
      harness: harness, suite: plan.suite, options: options, ticket: ticket, events: events,
      past: try Past(of: plan, in: harness.store, jobs: jobs), cells: triage.pending,
      present: (triage.cached + triage.kept.map(\.cell)).map(\.identity), allowance: allowance)
    if !control.isCancelled { try work.run(on: pool) }
    let summary = summary(triage, work, seconds: start.secondsUntilNow)
    try harness.store.end(
      ticket, state: control.isCancelled ? .interrupted : .ended, at: Timestamp.text(Date()))
    events(.finished(summary: summary))
    return summary
  }

  /// The run's record with what the self-tests said; before it is stored nothing has happened.
  private func recordAfterSelfTests(of pending: [KeyedCell], on pool: WorkerPool) throws
    -> RunRecord
  {
    var record = record
    record.environment.facts.merge(pool.facts) { _, new in new }
    guard options.selfTests == .performed else {
      record.environment.facts["self-tests"] = "skipped"
      return record
    }
    let passed = try SelfTestPhase(pool: pool, options: options, events: events).run(on: pending)
    if passed > 0 { record.environment.facts["self-tests"] = "passed" }
    return record
  }

  /// A pool of as many jobs as have room for their threads.
  private func limitedPool() -> WorkerPool {
    let settings = PoolSettings(options)
    if settings.jobs < options.jobs {
      events(
        .jobsLimited(
          asked: options.jobs, used: settings.jobs, threads: options.threads,
          cores: settings.processors.count))
    }
    return WorkerPool(harness.worker, settings: settings, control: control)
  }

  private func announce(_ triage: Triage, jobs: Int, _ ticket: RunTicket) throws {
    let found = triage.cached + triage.kept.map(\.cell)
    try harness.store.reuse(keys: found.map(\.key.hash), in: ticket)
    events(
      .started(
        run: ticket.run, cells: plan.cells.count, cached: triage.cached.count,
        kept: triage.kept.count, jobs: jobs))
    for cell in triage.cached {
      events(.found(cell: cell.identity, state: .done, reason: ""))
    }
    for (cell, known) in triage.kept {
      events(.found(cell: cell.identity, state: known.state, reason: known.reason))
    }
  }

  private func summary(_ triage: Triage, _ work: CellWork, seconds: Double) -> RunSummary {
    var states = work.tally.states
    states[.done, default: 0] += triage.cached.count
    for (_, known) in triage.kept { states[known.state, default: 0] += 1 }
    let executed = work.tally.finished
    states[.planned, default: 0] += triage.pending.count - executed
    return RunSummary(
      run: record.id, states: states.filter { $0.value > 0 }, failures: work.tally.failures,
      cached: triage.cached.count, kept: triage.kept.count, executed: executed,
      leftOut: work.tally.leftOut, seconds: seconds,
      isInterrupted: control.isCancelled, failuresAreAllowed: options.failures == .areAllowed)
  }
}
