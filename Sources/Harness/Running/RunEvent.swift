import Experiment

/// What happens during a run, in order; `--json` prints each as one line.
public enum RunEvent: Codable, Sendable, Equatable {
  /// Another run holds the store; this one goes on when that ends.
  case waiting(holder: String)
  /// Fewer jobs than asked for, because of the cores.
  case jobsLimited(asked: Int, used: Int, threads: Int, cores: Int)
  /// A dataset's parts are looked at; `missing` of them are made now.
  case dataset(identifier: String, parts: Int, missing: Int, origin: DataLocation.Origin)
  /// A part that the benchmark has and this program does not make.
  case partNotGenerated(dataset: String, part: String, reason: String)
  /// A part was made, or not (`problem` is then not empty).
  case partFinished(
    dataset: String, part: String, seconds: Double, finished: Int, of: Int, problem: String)
  /// Metrics, splits and so many models are tried.
  case selfTestsStarted(count: Int)
  /// What a self-test found.
  case selfTest(task: String, finding: SelfTestFinding)
  /// The self-tests are over; one that failed stops the run.
  case selfTestsFinished(passed: Int, failed: Int)
  /// The run begins: `cached` cells are done already, `kept` failed before and stay so.
  case started(run: String, cells: Int, cached: Int, kept: Int, jobs: Int)
  /// A cell that is not run because the store has it.
  case found(cell: CellIdentity, state: CellState, reason: String)
  /// A cell went to the worker in `slot`; `expectedSeconds` is 0 when nobody knows.
  case cellStarted(cell: CellIdentity, slot: Int, expectedSeconds: Double)
  /// A cell came to its next stage.
  case cellStage(cell: CellIdentity, slot: Int, stage: CellStage)
  /// A cell is stored.
  case cellFinished(report: CellReport)
  /// An attempt at a cell is stored that failed by what may be no fault of its own; the cell is run again.
  /// Attempts count from 1.
  case cellRetried(report: CellReport, attempt: Int)
  /// An attempt at a cell is stored beside which other programs kept more cores busy than allowed; the cell
  /// is run again unless `isLast`.
  case cellDisturbed(report: CellReport, attempt: Int, foreignLoad: Double, isLast: Bool)
  /// A stored cell was run again.
  case cellRepeated(cell: RepeatedCell)
  /// The run is over.
  case finished(summary: RunSummary)
}
