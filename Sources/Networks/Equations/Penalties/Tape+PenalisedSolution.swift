import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// As `solution(from:over:by:…)`, with integrals of densities over time as further components of the
  /// equation: for penalties such as ∫ ‖y''‖² dt.
  ///
  /// - Parameters:
  ///   - initial: y₀, [samples, …]
  ///   - span: from t₀ to t₁
  ///   - method: an explicit Runge-Kutta method
  ///   - options: steps and saved times
  ///   - integrals: the number of densities
  ///   - errors: whether the errors of the integrals choose the steps too, as they do in the code of
  ///     TayNODE and RNODE; when they do not, a penalty never costs evaluations by its own roughness
  ///   - sequence: whether later passes repeat the steps of the first
  ///   - adjoint: how the gradient is found
  ///   - rate: f and the densities
  /// - Returns: states, and integrals of [times, integrals, samples]
  public func solution(
    from initial: Variable<S>, over span: ClosedRange<Double>, by method: ExplicitRungeKutta,
    _ options: SolveOptions, integrals: Int, errors: ContinuousAdjoint.IntegralError = .ignored,
    sequence: TapedSolve<S>.StepSequence = .free, adjoint: AdjointMethod = .discrete,
    rate: (Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> PenalisedRate<S>
  ) -> InitialValueResult<S> {
    let setting = InitialValueSetting<S>(
      span: span, method: method, options: options, sequence: sequence, adjoint: adjoint,
      integrals: integrals, integralError: errors)
    return solution(from: initial, setting) { tape, time, state in
      let parts = rate(tape, time, state)
      Requirement.check(
        parts.rate.shape == state.shape && parts.densities.count == integrals
          && parts.densities.allSatisfy { $0.count == state.sampleCount },
        "solution: a rate of \(parts.rate.shape) and densities of \(parts.densities.map(\.shape)) for "
          + "a state of \(state.shape) and \(integrals) integrals")
      return tape.concatenated(
        ([parts.rate] + parts.densities).map { tape.reshaped($0, to: [$0.count]) }, axis: 0)
    }
  }
}
