/// One invocation of the harness.
public struct RunRecord: Codable, Sendable, Equatable {
  /// Its id, sortable by time of start.
  public var id: String
  /// The command line.
  public var command: [String]
  /// When it started, ISO 8601 in UTC.
  public var started: String
  /// When it ended; empty while it runs or when it was killed.
  public var ended: String
  /// The machine and the software.
  public var environment: EnvironmentRecord

  /// A record.
  public init(
    id: String, command: [String], started: String, ended: String = "",
    environment: EnvironmentRecord
  ) {
    self.id = id
    self.command = command
    self.started = started
    self.ended = ended
    self.environment = environment
  }
}
