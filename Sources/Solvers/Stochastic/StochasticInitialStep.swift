import CKernels

/// The rule of the first step with the diffusion as part of the rate: |f| + 3 |g| for |f|, as in
/// SciML's StochasticDiffEq (6.30; there the second rate is taken at the first state, by a slip).
enum StochasticInitialStep {
  /// What it costs of drift and of diffusion each.
  static let evaluations = 2

  /// h for a method of strong order `order`; `evaluations` of drift and diffusion.
  static func size<S: SolverScalar>(
    for problem: StochasticProblem<S>, measure: ErrorMeasure, order: Double
  ) -> Double {
    let count = problem.initial.count
    let time = problem.span.lowerBound
    let longest = problem.span.upperBound - time
    let scratch = StateSet<S>(count: 8, length: count)
    let (state, f0, g0, moved, f1, g1, sum, zero) = (
      scratch[0], scratch[1], scratch[2], scratch[3], scratch[4], scratch[5], scratch[6],
      scratch[7]
    )
    problem.initial.withUnsafeBufferPointer { values in
      if let first = values.baseAddress { state.update(from: first, count: count) }
    }
    problem.drift(time, state, f0)
    problem.diffusion(time, state, g0)
    func norm(_ x: UnsafePointer<S>) -> Double {
      measure.size(x, from: state, to: state, count: count)
    }
    let d0 = norm(state)
    S.stochastic.change(count, zero, f0, g0, zero, sum)
    let d1 = norm(sum)
    guard d0.isFinite, d1.isFinite else { return .nan }
    let trial = min(d0 < 1e-5 || d1 < 1e-5 ? 1e-6 : 0.01 * d0 / d1, longest)
    scratch.combine([0, 1], scale: trial, onto: state, into: moved)
    problem.drift(time + trial, moved, f1)
    problem.diffusion(time + trial, moved, g1)
    S.stochastic.change(count, f0, f1, g0, g1, sum)
    let d2 = norm(sum) / trial
    let largest = max(d1, d2)
    let bound =
      largest <= 1e-15
      ? max(1e-6, trial * 1e-3) : assay_scalar_power(0.01 / largest, 1 / (order + 0.5))
    return min(100 * trial, bound, longest)
  }
}
