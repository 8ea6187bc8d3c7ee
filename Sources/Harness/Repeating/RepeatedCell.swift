import Experiment

/// A stored cell that was run again, and whether its numbers came back.
public struct RepeatedCell: Codable, Sendable, Equatable {
  /// What the repetition found.
  public enum Outcome: Codable, Sendable, Equatable {
    /// Every result and every series has the same bits.
    case identical
    /// Something differs: a sentence each.
    case differs([String])
    /// The second run came to no numbers, with its reason.
    case failed(String)
    /// There is nothing to compare with, and why.
    case notComparable(String)
  }

  /// Which cell.
  public let identity: CellIdentity
  /// Its key.
  public let key: String
  /// What was found.
  public let outcome: Outcome

  /// A repetition.
  public init(identity: CellIdentity, key: String, outcome: Outcome) {
    self.identity = identity
    self.key = key
    self.outcome = outcome
  }

  /// Whether the numbers did not come back.
  public var isBroken: Bool {
    switch outcome {
    case .differs, .failed: true
    case .identical, .notComparable: false
    }
  }
}
