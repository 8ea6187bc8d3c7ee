import CKernels
import Tensors

/// A first step size from the sizes of the state, its rate and the rate's change (Hairer, Nørsett &
/// Wanner, *Solving Ordinary Differential Equations I*, II.4, with the constants of OrdinaryDiffEq).
enum InitialStep {
  /// Below this a norm says nothing about scales.
  private static let negligible = 1e-5
  /// The trial step when scales are unknown.
  private static let blindStep = 1e-6

  /// What it costs.
  static let evaluations = 2

  /// h for a method of order p, NaN when the rate at the start is no number; two evaluations.
  static func size<S: SolverScalar>(
    for problem: InitialValueProblem<S>, at time: Double, state: UnsafePointer<S>,
    measure: ErrorMeasure, order: Int
  ) -> Double {
    let count = problem.initial.count
    let scratch = StateSet<S>(count: 4, length: count)
    let (rate, moved, movedRate, difference) = (scratch[0], scratch[1], scratch[2], scratch[3])
    let longest = problem.span.upperBound - time
    // The unit is taken at the state alone, as if the step led nowhere.
    func norm(_ x: UnsafePointer<S>) -> Double {
      measure.size(x, from: state, to: state, count: problem.measuredCount)
    }
    problem.rate(time, state, rate)
    guard S.stepping.allFinite(count, rate) else { return .nan }
    let (d0, d1) = (norm(state), norm(rate))
    let trial = min(d0 < negligible || d1 < negligible ? blindStep : 0.01 * d0 / d1, longest)
    scratch.combine([1], scale: trial, onto: state, into: moved)
    problem.rate(time + trial, moved, movedRate)
    scratch.combine([-1, 0, 1], scale: 1, onto: nil, into: difference)
    let d2 = norm(difference) / trial
    // A rate that did not change at all bounds nothing.
    if d2 == 0 && d1 > 0 { return min(100 * trial, longest) }
    return min(100 * trial, bound(max(d1, d2), trial: trial, order: order), longest)
  }

  private static func bound(_ largest: Double, trial: Double, order: Int) -> Double {
    largest <= 1e-15
      ? max(blindStep, trial * 1e-3)
      : assay_scalar_power(0.01 / largest, 1 / Double(order))
  }
}
