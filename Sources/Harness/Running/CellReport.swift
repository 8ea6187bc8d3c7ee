import Experiment

/// What the user is told when a cell is stored.
public struct CellReport: Codable, Sendable, Equatable {
  /// Which cell.
  public var cell: CellIdentity
  /// The worker's slot.
  public var slot: Int
  /// Where the cell stands.
  public var state: CellState
  /// Why it is not done; empty when it is.
  public var reason: String
  /// What kind of failure; nil when it is done.
  public var failure: FailureKind?
  /// The task's headline quantity, as in `nmse`; empty when there is none.
  public var headline: String
  /// Its value.
  public var value: MeasuredValue
  /// Elapsed seconds.
  public var seconds: Double
  /// Cells that have come to an end in this run.
  public var finished: Int
  /// Cells that this run has to run.
  public var total: Int
  /// Seconds until the end of the run by past durations; 0 when nobody knows.
  public var remainingSeconds: Double

  /// A report.
  public init(
    cell: CellIdentity, slot: Int, state: CellState, reason: String,
    failure: FailureKind? = nil, headline: String, value: MeasuredValue, seconds: Double,
    finished: Int, total: Int, remainingSeconds: Double
  ) {
    self.cell = cell
    self.slot = slot
    self.state = state
    self.reason = reason
    self.failure = failure
    self.headline = headline
    self.value = value
    self.seconds = seconds
    self.finished = finished
    self.total = total
    self.remainingSeconds = remainingSeconds
  }
}
