import Tensors

/// Some accepted steps, one after the other, with their first states and perhaps their stages.
final class StepStore<S: SolverScalar> {
  /// The index of the first of them.
  let first: Int
  private let keepsStages: Bool
  private let pool: BufferPool<S>?
  /// The first state, then that after each step.
  private var states: [Buffer<S>] = []
  private var stages: [StateSet<S>] = []
  /// What was kept of the evaluations of their stages.
  private var evaluations: [[KeptRate<S>?]] = []
  private let length: Int

  init(first: Int, length: Int, keepsStages: Bool, pool: BufferPool<S>? = nil) {
    self.first = first
    self.keepsStages = keepsStages
    self.pool = pool
    self.length = length
  }

  deinit {
    guard let pool else { return }
    for state in states { pool.give(state) }
  }

  /// The states that are stored, stages among them.
  var stateCount: Int { max(states.count, 1) + stages.reduce(0) { $0 + $1.count } }

  func contains(_ index: Int) -> Bool { index >= first && index < first + evaluations.count }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func append(_ step: Step<S>, _ stepper: ExplicitStepper<S>) {
    if states.isEmpty { append(step.state) }
    append(UnsafePointer(step.result))
    evaluations.append(stepper.kept)
    guard keepsStages else { return }
    stages.append(stepper.takeStages())
  }

  private func append(_ state: UnsafePointer<S>) {
    let copy = pool?.take(length) ?? Buffer<S>(count: length)
    copy.start.update(from: state, count: length)
    states.append(copy)
  }

  /// The state before the step of this index.
  func start(of index: Int) -> UnsafePointer<S> { UnsafePointer(states[index - first].start) }

  /// The state after it.
  func end(of index: Int) -> UnsafePointer<S> {
    UnsafePointer(states[index - first + 1].start)
  }

  /// What is known of its stages; nothing is kept of a rate at its end that a later segment has.
  func source(of index: Int, isLastStageShared: Bool) -> StageSource<S> {
    var kept = evaluations[index - first]
    if !isLastStageShared, !kept.isEmpty {
      kept =
        kept.dropLast() + [
          contains(index + 1) ? evaluations[index + 1 - first].first ?? nil : nil
        ]
    }
    return StageSource(rates: stages(of: index), kept: kept)
  }

  /// Its stages, when they are kept; perhaps followed by a place for the rate at its end.
  func stages(of index: Int) -> StateSet<S>? { keepsStages ? stages[index - first] : nil }
}
