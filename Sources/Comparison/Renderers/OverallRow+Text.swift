extension OverallRow {
  /// The model, with the baseline's model where that is another one.
  var modelText: String {
    baselineModel.isEmpty
      ? "\(model) against the best of each task"
      : model == baselineModel ? model : "\(model) against \(baselineModel)"
  }

  /// As in `x 1.2 [1.1, 1.3]`.
  var changeText: String { ratio.map { "x " + NumberText.interval($0) } ?? "-" }
}

extension IncomparablePart {
  /// Where and why, as in `waves/ripple, fno: the data are …`.
  var text: String {
    let place = task.isEmpty ? suite : "\(suite)/\(task)"
    let quantityText = quantity.map { "\($0.metric) \($0.evaluation) \($0.split)" } ?? ""
    let whole = [place, model, quantityText].filter { !$0.isEmpty }.joined(separator: ", ")
    return "\(whole): \(reason)."
  }
}
