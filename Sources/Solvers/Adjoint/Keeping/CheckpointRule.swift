/// How many steps of a solve are kept for the way back; those between are made again.
public enum CheckpointRule: Sendable, Equatable, Codable {
  /// About the root of the number of steps, which is not known before: at most √(8 N) of N.
  case squareRoot
  /// At most this many, whatever the number of steps; at least 1.
  case steps(atMost: Int)

  /// The most that may be kept when every `interval`th step is.
  func limit(interval: Int) -> Int {
    switch self {
    case .squareRoot: 2 * interval
    case .steps(let most): max(most, 1)
    }
  }
}
