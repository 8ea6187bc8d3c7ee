import Tensors

/// Steps of an explicit Runge-Kutta method.
final class ExplicitStepper<S: SolverScalar>: Stepper {
  private let tableau: RungeKuttaTableau
  private let rate: InitialValueProblem<S>.Rate
  private let measuredCount: Int
  /// k₁ … k_s and, when the last is not the rate at the new state, a place for that rate.
  private(set) var stages: StateSet<S>
  /// Whether somebody keeps the stages of the last step, which are not written any more.
  private var areStagesTaken = false
  private let pool: BufferPool<S>?
  /// The argument of the stage at hand, the earlier argument of the eigenvalue estimate, the error.
  private let scratch = (argument: 0, earlier: 1, error: 2)
  private let buffers: StateSet<S>
  private var isEndRateKnown = false
  private(set) var work = WorkCount()
  private let memory: (any RateMemory<S>)?
  /// What was kept of the evaluation of each stage; empty without a memory.
  private(set) var kept: [KeptRate<S>?] = []

  init(
    _ tableau: RungeKuttaTableau, _ problem: InitialValueProblem<S>,
    memory: (any RateMemory<S>)? = nil, pool: BufferPool<S>? = nil
  ) {
    (self.memory, self.pool) = (memory, pool)
    self.tableau = tableau
    rate = problem.rate
    let count = problem.initial.count
    measuredCount = problem.measuredCount
    stages = StateSet(count: tableau.denseStageCount, length: count, pool: pool)
    buffers = StateSet(count: 3, length: count, pool: pool)
    if memory != nil { kept = Array(repeating: nil, count: stages.count) }
  }

  private var count: Int { stages.length }

  /// The stages of the step that was just accepted, for good; of evaluations that were kept these are where
  /// they were kept.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func takeStages() -> StateSet<S> {
    guard kept.isEmpty || kept.prefix(tableau.stageCount).contains(where: { $0 == nil }) else {
      return StateSet(referringTo: stages)
    }
    areStagesTaken = true
    return stages
  }

  private func replaceTakenStages() {
    guard areStagesTaken else { return }
    let taken = stages
    let last = taken.count - 1
    stages = StateSet(count: taken.count, length: count, pool: pool)
    if isEndRateKnown {
      if let kept = kept.last ?? nil {
        stages.refer(last, to: kept.rate)
      } else {
        stages[last].update(from: taken[last], count: count)
      }
    }
    areStagesTaken = false
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func attempt(_ step: Step<S>) -> StepAttempt {
    prepareFirstStage(step)
    isEndRateKnown = tableau.isFirstSameAsLast
    for index in 1..<max(1, tableau.stageCount) { evaluateStage(index, step) }
    if !tableau.isFirstSameAsLast {
      stages.combine(tableau.weights, scale: step.size, onto: step.state, into: step.result)
    }
    guard S.stepping.allFinite(count, step.result) else { return failure() }
    guard let measure = step.measure else {
      return tableau.isFirstSameAsLast && !S.stepping.allFinite(count, stages[stages.count - 1])
        ? failure() : StepAttempt()
    }
    let error = errorEstimate(step, measure)
    if let error, !error.isFinite { return failure() }
    return StepAttempt(errorEstimate: error, eigenvalueEstimate: eigenvalueEstimate(step))
  }

  private func evaluate(_ time: Double, _ state: UnsafePointer<S>, into index: Int) {
    work.evaluations += 1
    guard let memory else { return rate(time, state, stages[index]) }
    // what a rejected step left goes before more is kept
    kept[index] = nil
    stages.refer(index, to: nil)
    kept[index] = memory.evaluate(time, state, into: stages[index])
    if let place = kept[index]?.rate { stages.refer(index, to: place) }
  }

  private func prepareFirstStage(_ step: Step<S>) {
    if step.predecessor == .accepted { replaceTakenStages() }
    switch step.predecessor {
    case .rejected: break
    case .accepted where isEndRateKnown:
      stages.swap(0, stages.count - 1)
      if memory != nil { kept.swapAt(0, stages.count - 1) }
    case .accepted, .none: evaluate(step.time, step.state, into: 0)
    }
  }

  private func evaluateStage(_ index: Int, _ step: Step<S>) {
    let argument = argument(of: index, step)
    stages.combine(
      tableau.coefficients[index], scale: step.size, onto: step.state, into: argument)
    evaluate(step.time + tableau.nodes[index] * step.size, argument, into: index)
  }

  /// Where the argument of a stage is kept: the result for a last stage that is the rate there.
  private func argument(of index: Int, _ step: Step<S>) -> UnsafeMutablePointer<S> {
    if tableau.isFirstSameAsLast && index == tableau.stageCount - 1 { return step.result }
    if index == tableau.stiffness?.earlier { return buffers[scratch.earlier] }
    // what the estimate reads later must not be kept away
    if index != tableau.stiffness?.later, let place = memory?.statePlace { return place }
    return buffers[scratch.argument]
  }

  private func errorEstimate(_ step: Step<S>, _ measure: ErrorMeasure) -> Double? {
    guard let embedded = tableau.embedded else { return nil }
    let error = buffers[scratch.error]
    stages.combine(embedded.errorWeights, scale: step.size, onto: nil, into: error)
    return measure.size(error, from: step.state, to: step.result, count: measuredCount)
  }

  private func eigenvalueEstimate(_ step: Step<S>) -> Double? {
    guard let pair = tableau.stiffness else { return nil }
    let rates = S.reductions.squareDifferenceSum(
      measuredCount, stages[pair.later], stages[pair.earlier])
    let later = argument(of: pair.later, step)
    let arguments = S.reductions.squareDifferenceSum(
      measuredCount, later, buffers[scratch.earlier])
    let estimate = (rates / arguments).squareRoot()
    return estimate.isFinite ? estimate : 0
  }

  private func failure() -> StepAttempt {
    let bad = (0..<tableau.stageCount).first { !S.stepping.allFinite(count, stages[$0]) }
    return StepAttempt(failure: .nonFinite(stage: (bad ?? tableau.stageCount) + 1))
  }

  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func interpolate(_ step: Step<S>, at fraction: Double, into result: UnsafeMutablePointer<S>) {
    if !isEndRateKnown {
      evaluate(step.time + step.size, step.result, into: stages.count - 1)
      isEndRateKnown = true
    }
    stages.combine(
      tableau.denseWeights(at: fraction), scale: step.size, onto: step.state, into: result)
  }
}
