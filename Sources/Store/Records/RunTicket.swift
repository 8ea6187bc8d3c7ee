/// The right to record cells under a run that has begun.
public struct RunTicket: Sendable, Equatable {
  /// The run's id.
  public let run: String
  let number: Int64
}
