import Experiment

/// How a run ended.
public struct RunSummary: Codable, Sendable, Equatable {
  /// The run's id; empty when it never began.
  public var run: String
  /// Cells of the plan by their state now, cached ones included; cells that a cancelled run did not
  /// come to are `planned`.
  public var states: [CellState: Int]
  /// Cells that failed in this run, by the kind of their failure.
  public var failures: [FailureKind: Int]
  /// What failed cells mean for the exit code.
  public var failuresAreAllowed: Bool
  /// Cells that were found done.
  public var cached: Int
  /// Cells that failed in an earlier run and were kept.
  public var kept: Int
  /// Cells that this run ran.
  public var executed: Int
  /// Cells that are `planned` because the time that the run was allowed would not have been enough.
  public var leftOut: Int
  /// Those of them that are known to take longer than all of that time.
  public var tooLong: Int
  /// Elapsed seconds.
  public var seconds: Double
  /// Whether the user stopped it.
  public var isInterrupted: Bool

  /// A summary.
  public init(
    run: String, states: [CellState: Int], failures: [FailureKind: Int] = [:], cached: Int,
    kept: Int, executed: Int, leftOut: Int = 0, tooLong: Int = 0,
    seconds: Double, isInterrupted: Bool,
    failuresAreAllowed: Bool = false
  ) {
    self.run = run
    self.failures = failures
    self.failuresAreAllowed = failuresAreAllowed
    self.states = states
    self.cached = cached
    self.kept = kept
    self.executed = executed
    self.leftOut = leftOut
    self.tooLong = tooLong
    self.seconds = seconds
    self.isInterrupted = isInterrupted
  }

  /// The exit code that tells this.
  public var exitCode: ExitCode {
    if isInterrupted { return .interrupted }
    if failuresAreAllowed { return .done }
    let bad: [CellState] = [.failed, .timedOut, .outOfMemory, .cancelled, .planned]
    // Who allows a time asks for no more than what fits into it.
    return bad.reduce(0) { $0 + states[$1, default: 0] } > leftOut ? .cellsFailed : .done
  }
}
