import Experiment

extension CellResult {
  /// A finished cell without one finite headline has failed: its training or its roll-out diverged. What it
  /// did find out stays, and a cell of which only a part is missing stays done.
  func divergedIfNothingIsFinite(among headlines: [Quantity]) -> CellResult {
    let values = headlines.map(value)
    guard state == .done, !values.isEmpty,
      values.allSatisfy({ $0.number?.isFinite != true })
    else { return self }
    var result = self
    result.state = FailureKind.diverged.state
    result.failure = .diverged
    result.reason = values.compactMap(\.reason).first.map { "\(headlines[0].metric): \($0)" } ?? ""
    return result
  }
}
