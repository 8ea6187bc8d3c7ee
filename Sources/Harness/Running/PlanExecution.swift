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
      plan: plan, catalogue: harness.catalogue, options: options, control: control, events: events,
      allowance: allowance
    ).cells(pool)
    let states = try harness.store.states(among: cells.map(\.key.hash))
    let triage = Triage(cells, states: states, options.repetition)
    let past = try Past(of: plan, in: harness.store, jobs: jobs)
    let pending =
      allowance.isLimited
      ? past.inBlocks(triage.pending, beside: triage.present.map(\.identity)) : triage.pending
    let trial = try selfTests(of: pending, triage, past, on: pool)
    let ticket = try harness.store.begin(
      record(pool, trial),
      plan: RunPlanRecord(
        suite: plan.suite, profile: plan.profile, resolvedSuite: plan.resolvedSuite,
        cells: cells.map(\.registered)))
    try announce(triage, jobs: jobs, ticket)
    let work = CellWork(
      harness: harness, suite: plan.suite, options: options, ticket: ticket, events: events,
      past: past, cells: allowance.isLimited ? pending : past.ordered(pending),
      trial: trial, allowance: allowance)
    if !control.isCancelled { try work.run(on: pool) }
    let summary = summary(triage, work, seconds: start.secondsUntilNow)
    try harness.store.end(
      ticket, state: control.isCancelled ? .interrupted : .ended, at: Timestamp.text(Date()))
    events(.finished(summary: summary))
    return summary
  }

  /// What models may run and which passed; before the run's record is stored nothing has happened. A model of
  /// which the store has cells with other seeds that say that it passed is not tried again: their keys say that
  /// code and parameters were these.
  private func selfTests(
    of pending: [KeyedCell], _ triage: Triage, _ past: Past, on pool: WorkerPool
  ) throws -> SelfTestPhase.Outcome {
    guard options.selfTests == .performed else {
      return SelfTestPhase.Outcome(mayRun: Set(pending.map(\.identity.pair)))
    }
    let passed = try harness.store.keys(
      among: triage.cached.map(\.key.hash), withFact: SelfTestPhase.fact, "passed")
    let known = Set(triage.cached.filter { passed.contains($0.key.hash) }.map(\.identity.pair))
    var outcome = try SelfTestPhase(
      pool: pool, options: options, events: events, allowance: allowance, seconds: past.seconds
    ).run(on: pending.filter { !known.contains($0.identity.pair) })
    outcome.mayRun.formUnion(known)
    outcome.passed.formUnion(known)
    return outcome
  }

  /// The run's record with what is known by now.
  private func record(_ pool: WorkerPool, _ trial: SelfTestPhase.Outcome) -> RunRecord {
    var record = record
    record.environment.facts.merge(pool.facts) { _, new in new }
    if options.selfTests == .skipped {
      record.environment.facts[SelfTestPhase.fact] = "skipped"
    } else if !trial.passed.isEmpty {
      record.environment.facts[SelfTestPhase.fact] = "passed"
    }
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
    try harness.store.reuse(keys: triage.present.map(\.key.hash), in: ticket)
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
    // For the data of the rest, which are not among the triage's, there was no time.
    let withoutData = plan.cells.count - triage.present.count - triage.pending.count
    states[.planned, default: 0] += triage.pending.count - executed + withoutData
    return RunSummary(
      run: record.id, states: states.filter { $0.value > 0 }, failures: work.tally.failures,
      cached: triage.cached.count, kept: triage.kept.count, executed: executed,
      leftOut: work.tally.leftOut + withoutData, tooLong: work.tally.tooLong, seconds: seconds,
      isInterrupted: control.isCancelled, failuresAreAllowed: options.failures == .areAllowed)
  }
}
