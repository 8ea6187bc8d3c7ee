import Experiment
import Store

/// Tries every metric, split and model that a run is about to use, before its first cell.
struct SelfTestPhase {
  /// What may be known of models before the first cell.
  struct Outcome {
    /// Of which cells may run: tried, or not to be tried.
    var mayRun: Set<TaskModelPair> = []
    /// Which answered and kept all laws that were looked at.
    var passed: Set<TaskModelPair> = []
  }

  /// The fact of a run and of a cell: "passed" when its model did on its task, now or with another seed.
  static let fact = "self-tests"

  let pool: WorkerPool
  let options: RunOptions
  let events: (RunEvent) -> Void
  let allowance: Allowance
  /// How long cells are expected to take.
  let seconds: Durations

  /// Checks one cell of each task and model among `cells`, in their order.
  ///
  /// Where the time of the run is limited, nothing begins in the second half of what is left, and nothing of
  /// which no cell could end in time. A worker that dies, hangs or runs out of memory is left to the
  /// cells, which store that as their outcome.
  /// - Returns: what was checked.
  /// - Throws: `AssayError` (bad input) when a law is broken.
  func run(on cells: [KeyedCell]) throws -> Outcome {
    let chosen = representatives(of: cells.filter(\.problem.isEmpty))
    var outcome = Outcome()
    guard !chosen.isEmpty else { return outcome }
    events(.selfTestsStarted(count: chosen.count))
    var findings: [String: [SelfTestFinding]] = [:]
    let half = allowance.secondsLeft / 2
    let isWanted = { item in
      let left = allowance.secondsLeft
      return !allowance.isLimited
        || left > half && seconds.known(chosen[item].identity.pair) <= left
    }
    try pool.run(
      chosen.map { WorkItem(request: .selfTest($0.order(options)), limits: $0.limits(options)) },
      WorkObserver(started: { _, _ in }, stage: { _, _, _ in }, isWanted: isWanted) { report in
        let cell = chosen[report.item].identity
        outcome.mayRun.insert(cell.pair)
        switch report.result {
        case .success(.selfTested(let found)):
          findings[cell.task, default: []] += found
          let answered = found.contains {
            $0.subject == "model \(cell.model)" && $0.outcome == .passed
          }
          if answered { outcome.passed.insert(cell.pair) }
        case .success: preconditionFailure("the pool took another answer for a self-test's")
        case .failure(let failure):
          findings[cell.task, default: []].append(
            SelfTestFinding(
              subject: "model \(cell.model)", law: "can be tried", outcome: .noted,
              detail: failure.reason))
        }
      })
    try judge(findings)
    return outcome
  }

  private func judge(_ findings: [String: [SelfTestFinding]]) throws {
    var broken: [String] = []
    var passed = 0
    for (task, found) in findings.sorted(by: { $0.key < $1.key }) {
      // Metrics and splits are looked at with every model: once is enough to be told.
      var told: Set<String> = []
      for finding in found.sorted(by: { ($0.subject, $0.law) < ($1.subject, $1.law) })
      where told.insert("\(finding.subject)\n\(finding.law)").inserted {
        events(.selfTest(task: task, finding: finding))
        if finding.outcome == .passed { passed += 1 }
        if finding.outcome == .failed {
          broken.append("task \(task), \(finding.subject): \(finding.law): \(finding.detail)")
        }
      }
    }
    events(.selfTestsFinished(passed: passed, failed: broken.count))
    guard let first = broken.first else { return }
    let more = broken.count > 1 ? " (and \(broken.count - 1) more)" : ""
    throw AssayError(
      .badInput, where: "self-test", found: first + more,
      expected: "metrics, splits and models that keep their laws",
      remedy: "mend what is named; --skip-self-tests runs regardless, and every report says so")
  }

  /// The first cell of each task and model, task by task, so that a worker reads its data once.
  private func representatives(of cells: [KeyedCell]) -> [KeyedCell] {
    var seen: Set<TaskModelPair> = []
    return cells.filter { seen.insert($0.identity.pair).inserted }
  }
}
