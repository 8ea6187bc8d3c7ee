import Experiment

/// One parameter of a task and what it may be.
struct ParameterCheck {
  let name: String
  let found: String
  let expected: String
  let holds: Bool

  init(_ name: String, _ found: some Any, isIn holds: Bool, _ expected: String) {
    self.name = name
    self.found = "\(found)"
    self.expected = expected
    self.holds = holds
  }

  /// A number of samples, with 0 for all.
  static func limit(_ name: String, _ value: Int) -> ParameterCheck {
    ParameterCheck(name, value, isIn: value >= 0, "0 for all, or a number of samples")
  }

  /// A share below 1, and 0 only when `mayBeZero`.
  static func share(_ name: String, _ value: Double, mayBeZero: Bool = false) -> ParameterCheck {
    ParameterCheck(
      name, value, isIn: value < 1 && (value > 0 || (mayBeZero && value == 0)),
      mayBeZero ? "a share from 0 to below 1" : "a share between 0 and 1")
  }

  /// Refuses the first of `checks` that does not hold.
  /// - Throws: `AssayError` (bad input).
  static func require(_ checks: [ParameterCheck], of task: String) throws {
    guard let wrong = checks.first(where: { !$0.holds }) else { return }
    throw AssayError(
      .badInput, where: "task \(task), \(wrong.name)", found: wrong.found,
      expected: wrong.expected, remedy: "correct the parameter in the suite file")
  }
}
