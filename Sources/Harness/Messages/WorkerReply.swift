/// What a worker tells the harness.
enum WorkerReply: Codable, Sendable, Equatable {
  /// The form of the messages; raised whenever one changes.
  static let version = 2

  case hello(version: Int)
  case stage(CellStage)
  case outcome(CellOutcome)
  case partMade
  case selfTested([SelfTestFinding])
  case raised(String)
}
