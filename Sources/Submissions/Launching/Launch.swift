/// One time that elements of a submission were started: the first, or a resume.
public struct Launch: Codable, Sendable, Equatable {
  /// Its number, from 1.
  public var number: Int
  /// The elements that it starts.
  public var elements: [Int]
  /// Its stages.
  public var stages: [LaunchStage]
  /// The jobs that the launcher made of the stages: a job's number, or the supervising process.
  public var jobs: [LaunchStage: String]
  /// When it was made, ISO 8601 in UTC.
  public var started: String
  /// The machine that made it.
  public var host: String

  /// A launch that has no jobs yet.
  public init(
    number: Int, elements: [Int], stages: [LaunchStage], started: String, host: String
  ) {
    self.number = number
    self.elements = elements
    self.stages = stages
    self.jobs = [:]
    self.started = started
    self.host = host
  }
}
