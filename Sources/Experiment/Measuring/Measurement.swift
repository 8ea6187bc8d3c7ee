/// One number of one cell.
public struct Measurement: Codable, Sendable, Equatable {
  /// What kind of number it is.
  public enum Kind: String, Codable, Sendable {
    /// Depends on the cell's key alone: bit-identical on one machine.
    case result
    /// A time or a memory size: differs from run to run.
    case cost
  }

  /// The metric's name, as in `nmse` or `training-seconds`.
  public let metric: String
  /// The split, as in `test`.
  public let split: String
  /// How the predictions were used, as in `one-step` or `rollout`.
  public let evaluation: String
  /// The place on a curve (a roll-out step, counted from 1), or 0 for the whole.
  public let position: Int
  /// The number, or why there is none.
  public let value: MeasuredValue
  /// The samples behind it.
  public let sampleCount: Int
  /// Result or cost.
  public let kind: Kind

  /// A measurement.
  public init(
    metric: String, split: String, evaluation: String, position: Int = 0, value: MeasuredValue,
    sampleCount: Int, kind: Kind = .result
  ) {
    self.metric = metric
    self.split = split
    self.evaluation = evaluation
    self.position = position
    self.value = value
    self.sampleCount = sampleCount
    self.kind = kind
  }
}
