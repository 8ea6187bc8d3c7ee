import Tensors

/// States and rates at the starts of every i-th accepted step; i doubles when they become too many.
struct CheckpointList<S: SolverScalar> {
  struct Checkpoint {
    let step: Int
    let state: Buffer<S>
    /// The first stage, kept so that the steps after it have the same bits.
    let rate: Buffer<S>
  }

  private let rule: CheckpointRule
  private var interval = 1
  private(set) var kept: [Checkpoint] = []

  init(_ rule: CheckpointRule) { self.rule = rule }

  mutating func offer(_ index: Int, _ step: Step<S>, _ stepper: ExplicitStepper<S>) {
    guard index % interval == 0 else { return }
    let length = stepper.stages.length
    let (state, rate) = (Buffer<S>(count: length), Buffer<S>(count: length))
    state.start.update(from: step.state, count: length)
    rate.start.update(from: stepper.stages[0], count: length)
    kept.append(Checkpoint(step: index, state: state, rate: rate))
    while kept.count > rule.limit(interval: interval) {
      interval *= 2
      kept.removeAll { $0.step % interval != 0 }
    }
  }

  /// The last checkpoint before or at a step, and the step of the next one.
  func segment(holding index: Int) -> (start: Checkpoint, next: Int?) {
    let place = kept.lastIndex { $0.step <= index } ?? 0
    return (kept[place], place + 1 < kept.count ? kept[place + 1].step : nil)
  }
}
