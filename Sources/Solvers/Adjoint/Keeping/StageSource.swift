/// What is known of the stages of a step on the way back.
struct StageSource<S: SolverScalar> {
  /// Their rates; nil when these are to be made again.
  let rates: StateSet<S>?
  /// What was kept of the evaluation of each stage, and of the rate at the new state when that is no
  /// stage; empty when nothing was.
  let kept: [KeptRate<S>?]

  /// What was kept of the evaluation of a stage.
  func evaluation(of index: Int) -> KeptRate<S>? { index < kept.count ? kept[index] : nil }
}
