import Tensors

/// The way back over all accepted steps of a recorded solve.
final class AdjointSweep<S: SolverScalar> {
  private let record: SolveRecord<S>
  private let seed: GradientSeed<S>
  private let reversal: StepReversal<S>
  private let transposition: Transposition<S>
  private let points: [SolveRecord<S>.SavedPoint]

  init(
    _ record: SolveRecord<S>, _ seed: GradientSeed<S>,
    _ transpose: @escaping SolveRecord<S>.Transpose
  ) {
    self.record = record
    self.seed = seed
    transposition = Transposition(memory: record.memory, transpose)
    reversal = StepReversal(
      record.tableau, record.problem, measure: record.measure, transposition, pool: record.pool)
    points = record.savedPoints()
    let count = record.problem.initial.count
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
      addSeeds(of: index)
      let store = record.store(holding: index)
      reversal.reverse(
        step: record.steps[index], state: store.start(of: index), result: store.end(of: index),
        stages: store.source(
          of: index, isLastStageShared: record.tableau.isFirstSameAsLast),
        errorWeight: seed.errorEstimates.isEmpty ? 0 : seed.errorEstimates[index],
        eigenvalueWeight: seed.eigenvalueEstimates.isEmpty ? 0 : seed.eigenvalueEstimates[index])
    }
    addSeeds(of: -1)
    guard !record.steps.isEmpty else {
      return reversal.finish(at: record.problem.span.lowerBound, state: nil, kept: nil)
    }
    let store = record.store(holding: 0)
    let source = store.source(of: 0, isLastStageShared: record.tableau.isFirstSameAsLast)
    return reversal.finish(
      at: record.problem.span.lowerBound, state: store.start(of: 0),
      kept: source.evaluation(of: 0))
  }

  /// Rates that were made again, and transposed products.
  var work: WorkCount {
    var work = WorkCount()
    work.evaluations = reversal.evaluations
    work.transposedProducts = transposition.products
    return work
  }

  private func addSeeds(of step: Int) {
    guard !seed.states.isEmpty else { return }
    for (point, derivative) in zip(points, seed.states) where point.step == step {
      reversal.addStateCotangent(derivative, fraction: point.fraction)
    }
  }
}
