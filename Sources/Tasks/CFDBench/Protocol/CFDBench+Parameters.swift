import Experiment

extension CFDBench {
  /// Refuses parameters out of range.
  /// - Throws: `AssayError` (bad input) for the first of them.
  func checkParameters() throws {
    let share = split.training + split.validation
    let checks: [(holds: Bool, name: String, found: String, expected: String)] = [
      (!sweeps.isEmpty, "sweeps", "no sweep", "one or more of bc, prop, geo"),
      (
        frameInterval >= 0, "frameInterval", "\(frameInterval)",
        "seconds above 0, or 0 for the benchmark's own"
      ),
      (frames >= 2, "frames", "\(frames)", "2 or more"),
      (
        viscosityScale > 0 && viscosityScale.isFinite, "viscosityScale", "\(viscosityScale)",
        "a factor above 0"
      ),
      (caseLimit >= 0, "caseLimit", "\(caseLimit)", "0 for all, or a number of cases"),
      (
        pairs.stride >= 0, "pairs.stride", "\(pairs.stride)",
        "a number of frames, or 0 for the protocol's own"
      ),
      (split.training > 0, "split.training", "\(split.training)", "a share above 0"),
      (split.validation > 0, "split.validation", "\(split.validation)", "a share above 0"),
      (share < 1, "split.training + split.validation", "\(share)", "less than 1"),
      (rolloutSteps >= 1, "rolloutSteps", "\(rolloutSteps)", "1 or more"),
      (
        pairs.steadyThreshold >= 0, "pairs.steadyThreshold", "\(pairs.steadyThreshold)", "0 or more"
      ),
      (outputSize >= 2, "outputSize", "\(outputSize)", "2 or more"),
    ]
    guard let wrong = checks.first(where: { !$0.holds }) else { return }
    throw AssayError(
      .badInput, where: "task cfd-bench, \(wrong.name)", found: wrong.found,
      expected: wrong.expected, remedy: "correct the parameter in the suite file")
  }
}
