import Tensors

/// The steps of an adjoint equation, from those of the solve that it belongs to.
struct AdjointSteps {
  private let adjoint: ContinuousAdjoint
  private let forward: SolveOptions

  init(_ adjoint: ContinuousAdjoint, _ forward: SolveOptions) {
    self.adjoint = adjoint
    self.forward = forward
  }

  /// Options of the solve over one interval between saved times, in mirrored time.
  ///
  /// - Parameters:
  ///   - span: the interval
  ///   - size: the largest step of the intervals before; nil for the first
  /// - Returns: the options
  func options(over span: ClosedRange<Double>, following size: Double?) -> SolveOptions {
    let plain = SolveOptions(
      steps: forward.steps, stepLimit: forward.stepLimit, retries: forward.retries)
    switch forward.steps {
    case .fixed(let size, _): return plain.replacing(steps: .fixed(size: size))
    case .given(let ends, _):
      let mirrored = ends.reversed().filter { $0 > span.lowerBound && $0 < span.upperBound }
        .map { span.lowerBound + (span.upperBound - $0) }
      return plain.replacing(steps: .given(ends: mirrored))
    case .adaptive(let steps):
      return plain.replacing(
        steps: .adaptive(
          AdaptiveSteps(
            measure: measure(steps.measure), controller: steps.controller,
            firstStep: size.map { .given($0) } ?? steps.firstStep, sizes: steps.sizes)))
    }
  }

  /// The norm of the forward solve over what the adjoint's steps are measured by.
  private func measure(_ forward: ErrorMeasure) -> ErrorMeasure {
    guard case .worstSample(let samples) = forward.norm else { return forward }
    Requirement.check(
      adjoint.integral == .ignored,
      "the integral over parameters is no sample; take the seminorm with the norm worstSample")
    return ErrorMeasure(
      tolerances: forward.tolerances,
      norm: .worstSample(samples: adjoint.path == .backsolve ? 2 * samples : samples))
  }
}
