/// What one check before the first cell found.
public struct SelfTestFinding: Codable, Sendable, Equatable {
  /// How a check ended.
  public enum Outcome: String, Codable, Sendable {
    /// The law holds.
    case passed
    /// It does not: the run must not begin.
    case failed
    /// Worth knowing, and no reason to stop; also a check that could not be done.
    case noted
  }

  /// What was checked, as in `metric nmse`, `splits` or `model fno`.
  public let subject: String
  /// Which law, as in `known value on the mean`.
  public let law: String
  /// How it ended.
  public let outcome: Outcome
  /// What was found; empty when it passed.
  public let detail: String

  /// A finding.
  public init(subject: String, law: String, outcome: Outcome, detail: String = "") {
    self.subject = subject
    self.law = law
    self.outcome = outcome
    self.detail = detail
  }

  /// As passed, or as failed with `detail`.
  static func law(
    _ law: String, of subject: String, holds: Bool, otherwise detail: @autoclosure () -> String
  ) -> SelfTestFinding {
    SelfTestFinding(
      subject: subject, law: law, outcome: holds ? .passed : .failed,
      detail: holds ? "" : detail())
  }
}
