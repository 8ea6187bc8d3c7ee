/// What one law found about a program.
public struct ConformanceFinding: Codable, Sendable, Equatable {
  /// How a law ended.
  public enum Outcome: String, Codable, Sendable {
    /// It is kept.
    case passed
    /// It is broken: cells of this model would fail, or have numbers that mean nothing.
    case failed
    /// Worth knowing, and no fault; also a law that could not be tried.
    case noted
  }

  /// Which law, as a sentence that is true of a good program.
  public let law: String
  /// How it ended.
  public let outcome: Outcome
  /// What was seen, and how to mend it; empty when there is nothing to say.
  public let explanation: String

  /// A finding.
  public init(_ law: String, _ outcome: Outcome, _ explanation: String = "") {
    self.law = law
    self.outcome = outcome
    self.explanation = explanation
  }
}
