import Planning

extension RunSummary {
  /// A run that waited for the store until it was cancelled or its time was over.
  static func neverBegan(_ plan: Plan, isInterrupted: Bool) -> RunSummary {
    let count = plan.cells.count
    return RunSummary(
      run: "", states: [.planned: count], cached: 0, kept: 0, executed: 0,
      leftOut: isInterrupted ? 0 : count, seconds: 0, isInterrupted: isInterrupted)
  }
}
