extension ComparisonReport {
  /// JUnit XML for CI: a test case for each row, each model over all tasks, each judged cost and each
  /// part that was left out; a regression fails, what is open or left out is skipped with its reason.
  public var junit: String {
    let cases =
      rows.map(\.junitCase) + overall.map(\.junitCase) + costs.map(\.junitCase)
      + incomparable.map(\.junitCase)
    return JUnitSuite(name: "compare \(baseline) \(profile.rawValue)", cases: cases).wrapped()
  }
}

extension ComparisonRow {
  fileprivate var junitCase: JUnitCase {
    JUnitCase(
      group: suite, name: "\(task)/\(modelText)/\(quantityText)",
      outcome: isRegression ? .failed : isOpen ? .skipped : .passed, kind: verdict.rawValue,
      reason: sentence)
  }
}

extension OverallRow {
  fileprivate var junitCase: JUnitCase {
    let isOpen = verdict == .undecided || verdict == .missing
    return JUnitCase(
      group: suite, name: "over all tasks/\(modelText)",
      outcome: isRegression ? .failed : isOpen ? .skipped : .passed, kind: verdict.rawValue,
      reason: sentence)
  }
}

extension CostRow {
  fileprivate var junitCase: JUnitCase {
    let isOpen = verdict == nil || verdict == .undecided
    return JUnitCase(
      group: suite, name: "\(task)/\(modelText)/\(cost)",
      outcome: isRegression ? .failed : isOpen ? .skipped : .passed,
      kind: verdict?.rawValue ?? "", reason: sentence)
  }
}

extension IncomparablePart {
  fileprivate var junitCase: JUnitCase {
    let quantityText = quantity.map { "\($0.metric) \($0.evaluation) \($0.split)" } ?? ""
    let names = [task, model, quantityText].filter { !$0.isEmpty }
    return JUnitCase(
      group: suite, name: (["left out"] + names).joined(separator: "/"), outcome: .skipped,
      kind: "",
      reason: "\(reason).")
  }
}
