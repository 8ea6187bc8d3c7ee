import CProcess
import Experiment
import ExternalModels
import Foundation
import Planning
import Store

/// Runs plans: data first, then every cell that the store lacks, each in a worker process.
public struct Harness: Sendable {
  /// The shelves.
  public let catalogue: Catalogue
  /// Where outcomes go; only this process writes to it.
  public let store: ResultStore
  /// How a worker is started.
  public let worker: WorkerProgram

  /// A harness.
  public init(catalogue: Catalogue, store: ResultStore, worker: WorkerProgram) {
    self.catalogue = catalogue
    self.store = store
    self.worker = worker
  }

  /// Makes what a crashed worker leaves behind a child of this process, so that the harness finds and reaps
  /// it however far it went. For programs alone, once, at their beginning: in a process with children of
  /// other kinds it would gather orphans that nobody waits for.
  public static func adoptOrphans() { _ = assay_adopt_orphans() }

  /// Kills all children of this process, those that it adopted too, with all that they started. For programs
  /// alone, at their end.
  public static func endOrphans() { ProcessSession.killChildren() }

  /// Runs `plan` and returns when every cell has come to an end or `control` was cancelled.
  ///
  /// Call it on a thread that lives until it returns: the kernel binds a worker's life to the thread
  /// that started it. What failed inside a cell is a result, not an error.
  /// - Throws: `AssayError` when the store is damaged or cannot be written, or no worker starts.
  public func run(
    _ plan: Plan, options: RunOptions, control: RunControl = RunControl(),
    events: @escaping (RunEvent) -> Void
  ) throws -> RunSummary {
    // Waiting for another run counts.
    let allowance = Allowance(seconds: options.allowedSeconds, from: .now)
    let record = EnvironmentProbe.runRecord(options, store: store)
    let holder = "run \(record.id) of process \(getpid())"
    guard
      let lock = try StoreLock.acquire(
        path: store.path, holder: holder, waiting: { events(.waiting(holder: $0)) },
        isCancelled: { control.isCancelled || allowance.isOver })
    else {
      let summary = RunSummary.neverBegan(plan, isInterrupted: control.isCancelled)
      events(.finished(summary: summary))
      return summary
    }
    return try withExtendedLifetime(lock) {
      try PlanExecution(
        harness: self, plan: plan, options: options, record: record, control: control,
        events: events, allowance: allowance
      ).run()
    }
  }

  /// What `run` would do, without making data or running anything.
  public func preview(_ plan: Plan, options: RunOptions) throws -> PlanPreview {
    try PlanPreview(plan, harness: self, options: options)
  }
}
