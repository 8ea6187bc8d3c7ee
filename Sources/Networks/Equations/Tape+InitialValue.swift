import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// The states at the saved times of y' = f(t, y), y(t₀) = `initial`, with gradients of the initial
  /// state and of all parameters of f.
  ///
  /// f is recorded once on a tape of its own, which the solver evaluates at every stage; it may use
  /// parameters and constants, but no other variable of this tape. The gradient of the discrete and
  /// the checkpointed adjoint is that of the numbers returned, with the step sizes as constants: exact
  /// for fixed, given and frozen steps; with free adaptive steps it lacks how the steps themselves move,
  /// a share of the size of the tolerance. Memory: a state and all stages for each accepted step
  /// (`discrete`, `interpolating`), these and all that f computed there (`kept`), about √8N of these (`checkpointed`), or a few states (`backsolve`).
  ///
  /// A solve that does not finish gives NaN, a way back that does not gives NaN gradients, and the
  /// tape's diagnosis says why.
  ///
  /// - Parameters:
  ///   - initial: y₀, [samples, …]; all samples are solved as one system
  ///   - span: from t₀ to t₁
  ///   - method: an explicit Runge-Kutta method
  ///   - options: steps and saved times; without times the end alone is saved
  ///   - sequence: whether later passes repeat the steps of the first
  ///   - regularisers: penalties on the steps, which need a measure of errors and a discrete or
  ///     checkpointed adjoint
  ///   - adjoint: how the gradient is found
  ///   - rate: f, recorded from the time, [samples, 1], and the state
  /// - Returns: states and penalties
  public func solution(
    from initial: Variable<S>, over span: ClosedRange<Double>, by method: ExplicitRungeKutta,
    _ options: SolveOptions, sequence: TapedSolve<S>.StepSequence = .free,
    regularisers: [StepRegulariser] = [], adjoint: AdjointMethod = .discrete,
    rate: (Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> Variable<S>
  ) -> InitialValueResult<S> {
    solution(
      from: initial,
      InitialValueSetting(
        span: span, method: method, options: options, sequence: sequence,
        regularisers: regularisers, adjoint: adjoint),
      rate: rate)
  }

  func solution(
    from initial: Variable<S>, _ setting: InitialValueSetting<S>,
    rate: (Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> Variable<S>
  ) -> InitialValueResult<S> {
    setting.check()
    let integrals = setting.integrals * initial.sampleCount
    let count = initial.count + integrals
    let inner = TapedRate(
      shape: initial.shape, integrals: integrals, keptBytes: setting.keptBytes, mode: mode,
      pool: pool, record: rate)
    let solve = TapedSolve(
      inner, over: setting.span, setting.options,
      TapedSolve<S>.Settings(
        method: setting.method, sequence: setting.sequence, regularisers: setting.regularisers,
        adjoint: setting.adjoint, keeping: mode == .training ? setting.keeping : nil,
        pool: BufferPool(),
        stateCount: initial.count, count: count,
        measuredCount: setting.integralError == .ignored ? initial.count : count))
    let output = custom(
      [initial] + inner.parameters.map(parameter),
      shape: [solve.savedCount * count + setting.regularisers.count], name: "InitialValueSolve",
      value: { inputs, output in solve.solve(inputs[0], into: output) },
      gradient: { _, _, cotangent, shares in
        solve.addShares(cotangent, to: shares[0], parameters: Array(shares.dropFirst()))
      },
      failure: { solve.failure }, gradientFailure: { solve.gradientFailure })
    return result(of: solve, output, initial, setting)
  }

  /// The parts of the numbers that a solve writes: states and integrals by time, then penalties.
  private func result(
    of solve: TapedSolve<S>, _ output: Variable<S>, _ initial: Variable<S>,
    _ setting: InitialValueSetting<S>
  ) -> InitialValueResult<S> {
    let (saved, count) = (solve.savedCount, solve.settings.count)
    let hasPenalties = !setting.regularisers.isEmpty
    let all = hasPenalties ? slice(output, axis: 0, 0..<saved * count) : output
    let rows = setting.integrals > 0 ? reshaped(all, to: [saved, count]) : all
    let states = setting.integrals > 0 ? slice(rows, axis: 1, 0..<initial.count) : all
    return InitialValueResult(
      states: reshaped(states, to: [saved] + initial.shape),
      penalties: hasPenalties ? slice(output, axis: 0, saved * count..<output.count) : nil,
      integrals: setting.integrals == 0
        ? nil
        : reshaped(
          slice(rows, axis: 1, initial.count..<count),
          to: [saved, setting.integrals, initial.sampleCount]),
      solve: solve)
  }
}
