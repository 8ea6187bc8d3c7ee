import Tensors

/// The way back over all accepted steps of a recorded stochastic solve.
final class StochasticSweep<S: SolverScalar> {
  private let record: StochasticRecord<S>
  private let seed: GradientSeed<S>
  private let reversal: any StochasticReversal<S>
  private let firstStage: LocalRegulariser.FirstStage
  private let points: [SolveRecord<S>.SavedPoint]
  /// The cotangent of the state at the end of the step at hand, and of that at its start.
  private let cotangents: StateSet<S>

  init(
    _ record: StochasticRecord<S>, _ seed: GradientSeed<S>, _ reversal: any StochasticReversal<S>,
    _ firstStage: LocalRegulariser.FirstStage
  ) {
    self.record = record
    self.seed = seed
    self.reversal = reversal
    self.firstStage = firstStage
    let count = record.problem.initial.count
    cotangents = StateSet(count: 2, length: count)
    points = record.savedPoints()
    Requirement.check(
      seed.states.isEmpty
        || seed.states.count == points.count && seed.states.allSatisfy { $0.count == count },
      "\(seed.states.count) derivatives do not fit \(points.count) saved states of \(count) numbers"
    )
    for weights in [seed.errorEstimates, seed.eigenvalueEstimates] {
      Requirement.check(
        weights.isEmpty || weights.count == record.steps.count,
        "\(weights.count) derivatives do not fit \(record.steps.count) steps")
    }
  }

  func run() -> [S] {
    for index in record.steps.indices.reversed() {
      cotangents.clear(1)
      addSeeds(of: index)
      reversal.reverse(
        record.steps[index], record.memories[index], result: record.result(of: index),
        cotangent: cotangents[0],
        seed: StochasticStepSeed(
          error: seed.errorEstimates.isEmpty ? 0 : seed.errorEstimates[index],
          eigenvalue: seed.eigenvalueEstimates.isEmpty ? 0 : seed.eigenvalueEstimates[index],
          firstStage: firstStage),
        into: cotangents[1])
      cotangents.swap(0, 1)
    }
    addSeeds(of: -1)
    return [S](UnsafeBufferPointer(start: cotangents[0], count: cotangents.length))
  }

  /// Saved states lie on chords: (1-θ) y + θ y'.
  private func addSeeds(of step: Int) {
    guard !seed.states.isEmpty else { return }
    for (point, derivative) in zip(points, seed.states) where point.step == step {
      let share = step < 0 ? 1 : point.fraction
      derivative.withUnsafeBufferPointer { values in
        guard let first = values.baseAddress else { return }
        S.elements.axpy(cotangents.length, S(share), first, cotangents[0])
        if share < 1 { S.elements.axpy(cotangents.length, S(1 - share), first, cotangents[1]) }
      }
    }
  }
}

extension StochasticRecord {
  /// The points of the saved states that lie within or at the end of steps, by step; the step -1 is
  /// the initial state.
  func savedPoints() -> [SolveRecord<S>.SavedPoint] {
    solution.times.map { time in
      let step = steps.lastIndex { $0.time < time } ?? -1
      guard step >= 0 else { return SolveRecord<S>.SavedPoint(step: -1, fraction: 0) }
      let isEnd =
        step + 1 < steps.count ? steps[step + 1].time == time : time == problem.span.upperBound
      return SolveRecord<S>.SavedPoint(
        step: step, fraction: isEnd ? 1 : (time - steps[step].time) / steps[step].size)
    }
  }
}
