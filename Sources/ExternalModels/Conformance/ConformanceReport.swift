/// All that the laws found about a program.
public struct ConformanceReport: Codable, Sendable, Equatable {
  /// What was found, in the order in which it was tried.
  public let findings: [ConformanceFinding]
  /// What the program told of itself.
  public let facts: [String: String]

  /// A report.
  public init(findings: [ConformanceFinding], facts: [String: String]) {
    self.findings = findings
    self.facts = facts
  }

  /// Whether no law is broken.
  public var isConformant: Bool { !findings.contains { $0.outcome == .failed } }
}
