/// A case of a task, as a check of its splits sees it.
public struct SplitCase: Sendable, Equatable {
  /// What a case is for.
  public enum Split: String, Codable, Sendable, CaseIterable {
    /// To fit.
    case training
    /// To choose a checkpoint by.
    case validation
    /// To be judged on.
    case test
  }

  /// Whether twins across splits are a mistake.
  public enum Twins: String, Sendable {
    /// They are: the test would ask for what was learnt by heart.
    case forbidden
    /// The published protocol has them, and the task follows it knowingly.
    case published
  }

  /// Its name, as in `cavity/bc/case0003`.
  public let name: String
  /// What it is for.
  public let split: Split
  /// Numbers that stand for its data: cases with the same numbers are twins.
  public let signature: [Float]
  /// Whether twins are a mistake here.
  public let twins: Twins

  /// A case.
  public init(name: String, split: Split, signature: [Float], twins: Twins = .forbidden) {
    self.name = name
    self.split = split
    self.signature = signature
    self.twins = twins
  }
}
