import Planning

extension RunSummary {
  /// A run that was cancelled while it waited for the store.
  static func neverBegan(_ plan: Plan, _ control: RunControl) -> RunSummary {
    RunSummary(
      run: "", states: [.planned: plan.cells.count], cached: 0, kept: 0, executed: 0, seconds: 0,
      isInterrupted: true)
  }
}
