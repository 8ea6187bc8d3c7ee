extension ComparisonRow {
  /// The model, with the baseline's model where that is another one.
  var modelText: String {
    model == baselineModel ? model : "\(model) against \(baselineModel)"
  }

  /// The quantity, as in `nmse one-step test`.
  var quantityText: String { "\(quantity.metric) \(quantity.evaluation) \(quantity.split)" }

  /// The ratio or the signed difference.
  var changeText: String {
    if let ratio { return "x " + NumberText.interval(ratio) }
    guard let difference = evidence?.difference else { return "-" }
    return (difference.estimate < 0 ? "" : "+") + NumberText.interval(difference)
  }

  func valueText(_ interval: Interval?) -> String {
    interval.map { NumberText.interval($0) } ?? "missing"
  }

  /// Whether nothing can be said yet, which is no regression.
  var isOpen: Bool { !isRegression && (verdict == .undecided || verdict == .missing) }
}
