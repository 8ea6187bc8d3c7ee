/// What a step of a submission says of itself, written by the job script.
public struct StepRecord: Codable, Sendable, Equatable {
  /// The step: `data`, `merge` or an element's number.
  public var step: String
  /// The launch that it belongs to.
  public var launch: Int
  /// When it began, ISO 8601 in UTC.
  public var started: String
  /// When it ended; empty while it runs.
  public var ended: String
  /// Its exit code; -1 while it runs.
  public var exitCode: Int
  /// The machine.
  public var host: String
  /// The job as its launcher calls it; empty for plain processes.
  public var job: String
  /// The process of the job script.
  public var process: Int32
  /// When that process began, in the kernel's ticks since the machine's start, so that a later process
  /// with its number is not taken for it.
  public var processStart: String

  /// Whether it has ended.
  public var hasEnded: Bool { !ended.isEmpty }
}
