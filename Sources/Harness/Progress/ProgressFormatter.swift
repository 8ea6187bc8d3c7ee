import Experiment

/// Events as lines of text for a person; a pure function, the command prints them.
public struct ProgressFormatter: Sendable {
  /// A formatter.
  public init() {}

  /// The line for `event`, or nil when it is not worth one (stages, cached cells).
  public func line(_ event: RunEvent) -> String? {
    switch event {
    case .waiting(let holder): "waiting for \(holder) to end"
    case .jobsLimited(let asked, let used, let threads, let cores):
      "\(asked) jobs asked for, \(used) used: \(threads) threads each on \(cores) cores"
    case .dataset(let identifier, let parts, let missing, let origin):
      dataset(identifier, parts: parts, missing: missing, origin)
    case .partNotGenerated(_, let part, let reason): "  \(part) is not generated: \(reason)"
    case .partFinished(_, let part, let seconds, let finished, let count, let problem):
      "  \(part) \(problem.isEmpty ? "made" : "failed: \(firstLine(problem))")"
        + " in \(duration(seconds)) [\(finished)/\(count)]"
    case .selfTestsStarted(let count): "trying metrics, splits and \(count) models on their tasks"
    case .selfTest(let task, let finding): line(task, finding)
    case .selfTestsFinished(let passed, let failed):
      "self-tests: \(passed) passed, \(failed) failed"
    case .started(let run, let cells, let cached, let kept, let jobs):
      started(run, cells: cells, cached: cached, kept: kept, jobs: jobs)
    case .found(let cell, let state, let reason):
      state == .done ? nil : "\(cell): \(state.rawValue) before, kept: \(firstLine(reason))"
    case .cellStarted, .cellStage: nil
    case .cellFinished(let report): line(report)
    case .cellRetried(let report, let attempt):
      "  \(report.cell) \(report.failure?.rawValue ?? report.state.rawValue) at attempt \(attempt), "
        + "run again: \(firstLine(report.reason))"
    case .cellDisturbed(let report, let attempt, let load, let isLast):
      "  \(report.cell) had \(significant(load)) cores of other programs beside it at attempt "
        + "\(attempt), \(isLast ? "kept" : "run again")"
    case .cellRepeated(let cell): line(cell)
    case .finished(let summary): line(summary)
    }
  }

  private func line(_ cell: RepeatedCell) -> String {
    switch cell.outcome {
    case .identical: "\(cell.identity): the same bits"
    case .differs(let differences):
      "\(cell.identity): differs in \(differences.count): \(firstLine(differences[0]))"
    case .failed(let reason): "\(cell.identity): failed: \(firstLine(reason))"
    case .notComparable(let reason): "\(cell.identity): \(firstLine(reason))"
    }
  }

  /// Seconds as a person says them: `850 ms`, `12.3 s`, `4 min 05 s`, `2 h 03 min`.
  public func duration(_ seconds: Double) -> String {
    if seconds < 1 { return "\(Int((seconds * 1000).rounded())) ms" }
    if seconds < 60 { return "\(seconds.rounded(toPlaces: 1)) s" }
    let whole = Int(seconds.rounded())
    if whole < 3600 { return "\(whole / 60) min \(twoDigits(whole % 60)) s" }
    return "\(whole / 3600) h \(twoDigits(whole % 3600 / 60)) min"
  }

  private func dataset(
    _ identifier: String, parts: Int, missing: Int, _ origin: DataLocation.Origin
  ) -> String {
    switch origin {
    case .imported: "data \(identifier): your own copy"
    case .shipped: "data \(identifier): shipped with the suite"
    case .installed: "data \(identifier): installed by the system"
    case .generated:
      missing == 0
        ? "data \(identifier): \(parts) parts, all there"
        : "data \(identifier): making \(missing) of \(parts) parts"
    }
  }

  private func started(_ run: String, cells: Int, cached: Int, kept: Int, jobs: Int) -> String {
    let failures = kept > 0 ? ", \(kept) failed before (--retry-failed runs them again)" : ""
    return "run \(run): \(cells) cells, \(cached) done already\(failures), "
      + "\(cells - cached - kept) to run with \(jobs) \(jobs == 1 ? "job" : "jobs")"
  }

  private func line(_ report: CellReport) -> String {
    let place = "[\(report.finished)/\(report.total)]"
    let rest =
      report.remainingSeconds > 0 && report.finished < report.total
      ? ", about \(duration(report.remainingSeconds)) left" : ""
    let outcome =
      report.state == .done
      ? headline(report) : " \(report.state.rawValue): \(firstLine(report.reason))"
    return "\(place) \(report.cell)\(outcome) in \(duration(report.seconds))\(rest)"
  }

  /// Twins and dead parameters are told; inputs that a model does not use are in the JSON events.
  private func line(_ task: String, _ finding: SelfTestFinding) -> String? {
    switch finding.outcome {
    case .passed: nil
    case .noted where finding.subject != "splits": nil
    case .noted, .failed:
      "  \(task), \(finding.subject), \(finding.law): \(finding.outcome.rawValue): "
        + firstLine(finding.detail)
    }
  }

  private func headline(_ report: CellReport) -> String {
    if report.headline.isEmpty { return " done" }
    switch report.value {
    case .value(let number): return " \(report.headline) \(significant(number))"
    case .missing(let reason): return " \(report.headline) missing (\(reason))"
    }
  }

  private func line(_ summary: RunSummary) -> String {
    let states = CellState.allCases.compactMap { state in
      summary.states[state].map { "\($0) \(state.rawValue)" }
    }
    let failures = FailureKind.allCases.compactMap { kind in
      summary.failures[kind].map { "\($0) \(kind.rawValue)" }
    }
    let kinds = failures.isEmpty ? "" : " [\(failures.joined(separator: ", "))]"
    return "\(summary.isInterrupted ? "interrupted" : "finished") in "
      + "\(duration(summary.seconds)): \(states.joined(separator: ", "))\(kinds)"
      + " (\(summary.executed) run, \(summary.cached) from the store)" + leftOut(summary)
  }

  private func leftOut(_ summary: RunSummary) -> String {
    guard summary.leftOut > 0 else { return "" }
    let long =
      summary.tooLong > 0 ? ", except with \(summary.tooLong) that take longer than all of it" : ""
    return "; no time was left for \(summary.leftOut), with which the same command goes on\(long)"
  }

  private func firstLine(_ text: String) -> String {
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    // The sentence goes on: "failed: why in 9 ms".
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Four significant digits.
  private func significant(_ number: Double) -> String {
    number.formatted(.number.precision(.significantDigits(4)).locale(.init(identifier: "C")))
  }
}
