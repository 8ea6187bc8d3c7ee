import Tensors

/// The reverse of one step of an explicit Runge-Kutta method, of its error estimate and of its
/// eigenvalue estimate.
///
/// The rate at the new state counts as one more stage whose row is b, unless the last stage is that
/// already; so the first stage of a step is the last of the step before, and a step takes s (or,
/// with FSAL, s - 1) transposed products. With kᵢ = f(gᵢ), gᵢ = y + h Σⱼ aᵢⱼ kⱼ and a bar for
/// derivatives of the loss: ḡᵢ = f'(gᵢ)ᵀ k̄ᵢ, k̄ⱼ = h Σᵢ aᵢⱼ ḡᵢ + …, ȳ = Σᵢ ḡᵢ.
final class StepReversal<S: SolverScalar> {
  private let tableau: RungeKuttaTableau
  private let problem: InitialValueProblem<S>
  private let measure: ErrorMeasure?
  private let transposition: Transposition<S>
  private let layout: ReversalLayout
  /// k, as many as there are extended stages.
  private let rates: StateSet<S>
  /// What is known before the step is reversed: of k̄ by extended stage, of ȳ of the old state and of the new.
  private let seeds: CotangentSet<S>
  /// ḡ by extended stage, then ē / h and the difference of the two stages of the eigenvalue.
  private let cotangents: CotangentSet<S>
  private let scratch: StateSet<S>
  private var areLastRatesOfNext = false
  /// Rates that were made again.
  private(set) var evaluations = 0
  private var pending: [(fraction: Double, derivative: [S])] = []

  init(
    _ tableau: RungeKuttaTableau, _ problem: InitialValueProblem<S>, measure: ErrorMeasure?,
    _ transposition: Transposition<S>, pool: BufferPool<S>? = nil
  ) {
    self.tableau = tableau
    self.problem = problem
    self.measure = measure
    self.transposition = transposition
    layout = ReversalLayout(tableau)
    let count = problem.initial.count
    rates = StateSet(count: layout.stageCount, length: count, pool: pool)
    seeds = CotangentSet(count: layout.stageCount + 2, length: count, pool: pool)
    cotangents = CotangentSet(count: layout.stageCount + 2, length: count, pool: pool)
    scratch = StateSet(count: ReversalLayout.scratchCount, length: count, pool: pool)
  }

  private var count: Int { problem.initial.count }
  private var old: Int { layout.stageCount }
  private var new: Int { layout.stageCount + 1 }
  private var argument: UnsafeMutablePointer<S> { scratch[0] }
  private var rateCotangent: UnsafeMutablePointer<S> { scratch[1] }
  private var error: UnsafeMutablePointer<S> { scratch[2] }
  private var earlierArgument: UnsafeMutablePointer<S> { scratch[3] }
  private var laterArgument: UnsafeMutablePointer<S> { scratch[4] }

  /// Adds ∂L/∂y(t + θh) of the step that is reversed next.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func addStateCotangent(_ derivative: [S], fraction: Double) {
    if fraction == 1 {
      derivative.withUnsafeBufferPointer { seeds.add(1, $0.baseAddress, to: old) }
    } else {
      pending.append((fraction, derivative))
    }
  }

  /// Turns the cotangent of the new state into that of the old, and that of the rate at the new
  /// state into that of the rate at the old.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func reverse(
    step: StepRecord, state: UnsafePointer<S>, result: UnsafePointer<S>, stages: StageSource<S>,
    errorWeight: Double, eigenvalueWeight: Double
  ) {
    let h = step.size
    // with every evaluation kept nobody reads rates but for the sake of the estimates
    let needsRates =
      errorWeight != 0 || eigenvalueWeight != 0 || stages.kept.count < layout.stageCount
      || stages.kept.contains { $0 == nil }
    if needsRates { makeRates(step, state, result, stages.rates) }
    // ȳ of the old state is gathered in place of that of the new.
    seeds.swap(old, new)
    seeds.clear(old)
    applyPending(h)
    cotangents.clear()
    reverseError(errorWeight, h, state, result)
    let eigenScale = reverseEigenvalue(eigenvalueWeight, step, state, result)
    if let whole = seeds.numbers(new) { cotangents.add(1, whole, to: layout.last) }
    for index in stride(from: layout.last, through: 1, by: -1) {
      transposition.add(
        stages.evaluation(of: index), step.time + layout.nodes[index] * h,
        { place(of: index, h, state, result) }, scratch: rateCotangent,
        weights: { gatherRateCotangent(index, h, eigenScale, into: $0) }, to: cotangents, index)
    }
    gatherStateCotangent()
    // the first stage of this step is the last of the one before
    seeds.write(layout.last) { gatherRateCotangent(0, h, eigenScale, into: $0) }
    for index in 0..<layout.last { seeds.clear(index) }
  }

  /// The gradient of the initial state, after the first step was reversed.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  func finish(at time: Double, state: UnsafePointer<S>?, kept: KeptRate<S>?) -> [S] {
    if let state {
      transposition.add(
        kept, time, { state }, scratch: rateCotangent,
        weights: { $0.update(from: seeds.sum(layout.last), count: count) },
        to: seeds, old)
    }
    applyPending(0)
    return [S](UnsafeBufferPointer(start: seeds.sum(old), count: count))
  }

  private func add(_ factor: Double, _ x: UnsafePointer<S>?, to y: UnsafeMutablePointer<S>) {
    S.stepping.add(count, factor, x, to: y, into: y)
  }

  /// ȳ = Σᵢ ḡᵢ, in one sum when a memory allows another order of it.
  private func gatherStateCotangent() {
    guard !transposition.hasMemory else {
      let weights = (0...layout.last).map { $0 == 0 ? 0.0 : 1.0 }
      let base = seeds.numbers(old)
      return seeds.write(old) {
        cotangents.combine(weights, scale: 1, onto: base, into: $0)
      }
    }
    for index in 1...layout.last {
      if let part = cotangents.numbers(index) { seeds.add(1, part, to: old) }
    }
  }

  /// The rates of all stages, kept or evaluated once more; the last is the first of the next step.
  private func makeRates(
    _ step: StepRecord, _ state: UnsafePointer<S>, _ result: UnsafePointer<S>,
    _ stages: StateSet<S>?
  ) {
    rates.swap(0, layout.last)
    if let stages {
      for index in 0..<tableau.stageCount { rates[index].update(from: stages[index], count: count) }
      return
    }
    for index in 0..<tableau.stageCount where index < layout.last || !areLastRatesOfNext {
      let place = place(of: index, step.size, state, result)
      problem.rate(step.time + layout.nodes[index] * step.size, place, rates[index])
      evaluations += 1
    }
    areLastRatesOfNext = true
  }

  private func place(
    of index: Int, _ h: Double, _ state: UnsafePointer<S>, _ result: UnsafePointer<S>
  ) -> UnsafePointer<S> {
    if index == 0 { return state }
    if index == layout.last { return result }
    rates.combine(layout.rows[index], scale: h, onto: state, into: argument)
    return UnsafePointer(argument)
  }

  private func applyPending(_ h: Double) {
    for (fraction, derivative) in pending {
      let weights = tableau.denseWeights(at: fraction)
      derivative.withUnsafeBufferPointer { values in
        seeds.add(1, values.baseAddress, to: old)
        for (index, weight) in weights.enumerated() where weight != 0 && h != 0 {
          seeds.add(h * weight, values.baseAddress, to: index)
        }
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// E = √(Σ (eᵢ/sᵢ)² / n): sets ē and adds what passes through s.
  private func reverseError(
    _ weight: Double, _ h: Double, _ state: UnsafePointer<S>, _ result: UnsafePointer<S>
  ) {
    guard weight != 0, let measure, let embedded = tableau.embedded else { return }
    Requirement.check(
      measure.norm == .rootMeanSquare, "only a root mean square has this derivative")
    rates.combine(embedded.errorWeights, scale: h, onto: nil, into: error)
    let measured = problem.measuredCount
    let size = measure.size(error, from: state, to: result, count: measured)
    // At zero the root has no derivative; zero is its least subgradient.
    guard size > 0 else { return }
    S.stepping.errorCotangent(
      measured, weight / (Double(measured) * size), error, state, result,
      measure.tolerances.absolute, measure.tolerances.relative, cotangents.sum(layout.error),
      seeds.sum(old), seeds.sum(new))
  }

  /// λ = √(Σ (k_b - k_a)²) / √(Σ (g_b - g_a)²): adds to ḡ_a and ḡ_b, sets the difference of rates
  /// and returns its factor in k̄_b (and, negated, in k̄_a).
  private func reverseEigenvalue(
    _ weight: Double, _ step: StepRecord, _ state: UnsafePointer<S>, _ result: UnsafePointer<S>
  ) -> Double {
    guard weight != 0, let pair = tableau.stiffness else { return 0 }
    for (index, place) in [(pair.earlier, earlierArgument), (pair.later, laterArgument)] {
      let source = self.place(of: index, step.size, state, result)
      place.update(from: source, count: count)
    }
    let measured = problem.measuredCount
    let top = S.reductions.squareDifferenceSum(measured, rates[pair.later], rates[pair.earlier])
      .squareRoot()
    let bottom = S.reductions.squareDifferenceSum(measured, laterArgument, earlierArgument)
      .squareRoot()
    guard top > 0, bottom > 0 else { return 0 }
    for place in [laterArgument, earlierArgument] {
      S.elements.fill(count - measured, 0, place + measured)
    }
    let factor = -weight * top / (bottom * bottom * bottom)
    for (sign, index) in [(1.0, pair.later), (-1.0, pair.earlier)] {
      cotangents.add(sign * factor, laterArgument, to: index)
      cotangents.add(-sign * factor, earlierArgument, to: index)
    }
    cotangents.write(layout.difference) { difference in
      difference.update(from: rates[pair.later], count: count)
      add(-1, rates[pair.earlier], to: difference)
      S.elements.fill(count - measured, 0, difference + measured)
    }
    return weight / (top * bottom)
  }

  /// k̄ of one stage, all later ḡ being known.
  private func gatherRateCotangent(
    _ index: Int, _ h: Double, _ eigenScale: Double, into result: UnsafeMutablePointer<S>
  ) {
    cotangents.combine(
      layout.columns[index], scale: h, onto: seeds.numbers(index), into: result)
    guard eigenScale != 0, let pair = tableau.stiffness else { return }
    let difference = cotangents.numbers(layout.difference)
    if index == pair.later { add(eigenScale, difference, to: result) }
    if index == pair.earlier { add(-eigenScale, difference, to: result) }
  }
}
