import Tensors

/// Some accepted steps, one after the other, with their first states and perhaps their stages.
final class StepStore<S: SolverScalar> {
  /// The index of the first of them.
  let first: Int
  private let keepsStages: Bool
  private let pool: BufferPool<S>?
  private var starts: [Buffer<S>] = []
  private var stages: [StateSet<S>] = []
  /// What was kept of the evaluations of their stages.
  private var evaluations: [[KeptRate<S>?]] = []
  private let end: Buffer<S>

  init(first: Int, length: Int, keepsStages: Bool, pool: BufferPool<S>? = nil) {
    self.first = first
    self.keepsStages = keepsStages
    self.pool = pool
    end = Buffer(count: length)
  }

  deinit {
    guard let pool else { return }
    for start in starts { pool.give(start) }
  }

  /// The states that are stored, stages among them.
  var stateCount: Int { starts.count + stages.reduce(1) { $0 + $1.count } }

  func contains(_ index: Int) -> Bool { index >= first && index < first + starts.count }

  func append(_ step: Step<S>, _ stepper: ExplicitStepper<S>) {
    let length = end.count
    let start = pool?.take(length) ?? Buffer<S>(count: length)
    start.start.update(from: step.state, count: length)
    starts.append(start)
    end.start.update(from: step.result, count: length)
    evaluations.append(stepper.kept)
    guard keepsStages else { return }
    stages.append(stepper.takeStages())
  }

  /// The state before the step of this index.
  func start(of index: Int) -> UnsafePointer<S> { UnsafePointer(starts[index - first].start) }

  /// The state after it.
  func end(of index: Int) -> UnsafePointer<S> {
    let next = index - first + 1
    return UnsafePointer(next < starts.count ? starts[next].start : end.start)
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
