import Experiment

/// What a worker tells the harness.
enum WorkerReply: Codable, Sendable, Equatable {
  /// The form of the messages; raised whenever one changes.
  static let version = 3

  case hello(version: Int)
  case stage(CellStage)
  case outcome(CellOutcome)
  case partMade
  case selfTested([SelfTestFinding])
  /// The work threw an error, of the kind `raised` unless it knows better.
  case raised(ModelFailure)
}
