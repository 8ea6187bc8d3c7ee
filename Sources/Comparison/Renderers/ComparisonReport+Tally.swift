extension ComparisonReport {
  /// How many rows have each verdict and whether that is a regression, in one sentence.
  public var tally: String {
    let counts = [Verdict.worse, .better, .equivalent, .undecided, .missing].map { verdict in
      "\(rows.count { $0.verdict == verdict }) \(verdict.rawValue)"
    }
    let regressions = regressionCount
    let gate =
      regressions == 0
      ? "no regression" : regressions == 1 ? "1 regression" : "\(regressions) regressions"
    return "\(rows.count) \(rows.count == 1 ? "row" : "rows"): "
      + counts.joined(separator: ", ") + "; \(gate)."
  }

  /// What was compared with what, in one sentence.
  var heading: String {
    "Against baseline \(baseline), profile \(profile.rawValue), margin "
      + "\(NumberText.short(margin * 100)) %"
  }
}
