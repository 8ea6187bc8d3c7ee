import Experiment

/// What has been found so far.
final class ConformanceCourse {
  private(set) var findings: [ConformanceFinding] = []
  private(set) var facts: [String: String] = [:]
  private let tell: (ConformanceFinding) -> Void
  private var current = ConformanceLaw.starts

  init(tell: @escaping (ConformanceFinding) -> Void) { self.tell = tell }

  /// Whether the program has been seen to run.
  var hasStarted: Bool { !facts.isEmpty }

  func learn(_ facts: [String: String]) { self.facts = facts }

  /// The law that is tried from now on: a failure of the program counts as its breach.
  func begin(_ law: ConformanceLaw) { current = law }

  /// Runs one life of the program, which begins with `law`; a failure ends it and is a finding.
  @discardableResult
  func attempt<Result>(_ law: ConformanceLaw, _ life: () throws -> Result) throws -> Result? {
    begin(law)
    do {
      return try life()
    } catch let failure as ModelFailure {
      add(current, .failed, "\(failure.reason); \(current.remedy)")
      return nil
    }
  }

  /// The law is kept, or broken with what was seen instead.
  func judge(_ law: ConformanceLaw, holds: Bool, otherwise seen: @autoclosure () -> String) {
    add(law, holds ? .passed : .failed, holds ? "" : "\(seen()); \(law.remedy)")
  }

  /// The law is kept when nothing is seen; what is seen is no fault.
  func note(_ law: ConformanceLaw, _ seen: String?) {
    add(law, seen == nil ? .passed : .noted, seen.map { "\($0); \(law.remedy)" } ?? "")
  }

  private func add(
    _ law: ConformanceLaw, _ outcome: ConformanceFinding.Outcome, _ explanation: String
  ) {
    let finding = ConformanceFinding(law.rawValue, outcome, explanation)
    findings.append(finding)
    tell(finding)
  }
}
