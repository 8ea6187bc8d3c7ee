import Tensors

/// Some accepted steps, one after the other, with their first states and perhaps their stages.
final class StepStore<S: SolverScalar> {
  /// The index of the first of them.
  let first: Int
  private let keepsStages: Bool
  private var starts: [Buffer<S>] = []
  private var stages: [StateSet<S>] = []
  private let end: Buffer<S>

  init(first: Int, length: Int, keepsStages: Bool) {
    self.first = first
    self.keepsStages = keepsStages
    end = Buffer(count: length)
  }

  /// The states that are stored, stages among them.
  var stateCount: Int { starts.count + stages.reduce(1) { $0 + $1.count } }

  func contains(_ index: Int) -> Bool { index >= first && index < first + starts.count }

  func append(_ step: Step<S>, _ stepper: ExplicitStepper<S>) {
    let length = end.count
    let start = Buffer<S>(count: length)
    start.start.update(from: step.state, count: length)
    starts.append(start)
    end.start.update(from: step.result, count: length)
    guard keepsStages else { return }
    let copy = StateSet<S>(count: stepper.stageCount, length: length)
    for index in 0..<copy.count { copy[index].update(from: stepper.stages[index], count: length) }
    stages.append(copy)
  }

  /// The state before the step of this index.
  func start(of index: Int) -> UnsafePointer<S> { UnsafePointer(starts[index - first].start) }

  /// The state after it.
  func end(of index: Int) -> UnsafePointer<S> {
    let next = index - first + 1
    return UnsafePointer(next < starts.count ? starts[next].start : end.start)
  }

  /// Its stages, when they are kept.
  func stages(of index: Int) -> StateSet<S>? { keepsStages ? stages[index - first] : nil }
}
