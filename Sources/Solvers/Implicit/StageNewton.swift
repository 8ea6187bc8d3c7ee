/// Newton's method with a fixed matrix for g = base + shift · f(t, g).
final class StageNewton<S: SolverScalar> {
  enum Failure: Equatable {
    case isNotFinite
    case doesNotConverge
  }

  /// The correction that is left may be this part of the tolerance of a step (Hairer & Wanner,
  /// *Solving ODEs II*, IV.8: 0.01 to 0.1).
  private static var remainder: Double { 0.01 }
  private static var mostIterations: Int { 12 }
  /// Without a tolerance for the step, stages are solved to this many units of rounding.
  private static var roundings: Double { 1e4 }

  private let problem: InitialValueProblem<S>
  private let matrix: StageMatrix<S>
  private let count: Int
  /// f(g), the residual that becomes the correction.
  private let scratch: StateSet<S>
  private(set) var evaluations = 0
  private(set) var iterations = 0

  init(_ problem: InitialValueProblem<S>, _ matrix: StageMatrix<S>) {
    self.problem = problem
    self.matrix = matrix
    count = problem.initial.count
    scratch = StateSet(count: 2, length: count)
  }

  /// Improves `g` until the correction that is left is negligible; nil when that was reached.
  func solve(
    _ g: UnsafeMutablePointer<S>, base: UnsafePointer<S>, shift: Double, time: Double,
    measure: ErrorMeasure?
  ) -> Failure? {
    let unit = Self.roundings * Double(S.ulpOfOne)
    let measure =
      measure ?? ErrorMeasure(tolerances: Tolerances(absolute: unit, relative: unit))
    var former = Double.infinity
    for iteration in 0..<Self.mostIterations {
      let size = correct(g, base, shift, time, measure)
      guard size.isFinite else { return .isNotFinite }
      if size == 0 { return nil }
      let rate = iteration == 0 ? 0.5 : size / former
      if rate >= 1 && iteration > 1 { return .doesNotConverge }
      if rate < 1 && size * rate / (1 - rate) <= Self.remainder { return nil }
      former = size
    }
    return .doesNotConverge
  }

  /// One correction; its scaled size.
  private func correct(
    _ g: UnsafeMutablePointer<S>, _ base: UnsafePointer<S>, _ shift: Double, _ time: Double,
    _ measure: ErrorMeasure
  ) -> Double {
    let (rate, correction) = (scratch[0], scratch[1])
    problem.rate(time, g, rate)
    evaluations += 1
    iterations += 1
    scratch.combine([shift], scale: 1, onto: base, into: correction)
    add(-1, g, to: correction)
    matrix.solve(correction)
    add(1, correction, to: g)
    return measure.size(correction, from: g, to: g, count: count)
  }

  private func add(_ factor: Double, _ x: UnsafePointer<S>, to y: UnsafeMutablePointer<S>) {
    withUnsafePointer(to: Optional(x)) { terms in
      withUnsafePointer(to: 1.0) { S.stepping.combine(count, 1, y, factor, $0, terms, y) }
    }
  }
}
