import Experiment

/// A number that some run found at some time, also under a key that is no longer the newest.
public struct PastValue: Codable, Sendable, Equatable {
  /// Which cell.
  public let identity: CellIdentity
  /// Its key then.
  public let key: String
  /// The run that found it.
  public let run: String
  /// When that run began, ISO 8601 in UTC.
  public let started: String
  /// The version of the code, as that run recorded it.
  public let code: String
  /// The number, or why there is none.
  public let value: MeasuredValue
}
