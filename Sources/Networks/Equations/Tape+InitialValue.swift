import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// The states at the saved times of y' = f(t, y), y(t₀) = `initial`, with gradients of the initial
  /// state and of all parameters of f by the discrete adjoint.
  ///
  /// f is recorded once on a tape of its own, which the solver evaluates at every stage; it may use
  /// parameters and constants, but no other variable of this tape. The gradient is that of the numbers
  /// returned, with the step sizes as constants: exact for fixed, given and frozen steps; with free
  /// adaptive steps it lacks how the steps themselves move, a share of the size of the tolerance.
  /// Memory: a state and all stages for each accepted step.
  ///
  /// A solve that does not finish gives NaN, and the tape's diagnosis says why.
  ///
  /// - Parameters:
  ///   - initial: y₀, [samples, …]; all samples are solved as one system
  ///   - span: from t₀ to t₁
  ///   - method: an explicit Runge-Kutta method
  ///   - options: steps and saved times; without times the end alone is saved
  ///   - sequence: whether later passes repeat the steps of the first
  ///   - regularisers: penalties on the steps, which need a measure of errors
  ///   - rate: f, recorded from the time, [samples, 1], and the state
  /// - Returns: states and penalties
  public func solution(
    from initial: Variable<S>, over span: ClosedRange<Double>, by method: ExplicitRungeKutta,
    _ options: SolveOptions, sequence: TapedSolve<S>.StepSequence = .free,
    regularisers: [StepRegulariser] = [],
    rate: (Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> Variable<S>
  ) -> InitialValueResult<S> {
    check(options, method, regularisers)
    let inner = TapedRate(shape: initial.shape, mode: mode, pool: pool, record: rate)
    let solve = TapedSolve(
      inner, count: initial.count, span: span, method: method, options: options,
      sequence: sequence, regularisers: regularisers, keepsRecord: mode == .training)
    let saved = solve.savedCount
    let output = custom(
      [initial] + inner.parameters.map(parameter),
      shape: [saved * initial.count + regularisers.count], name: "InitialValueSolve",
      value: { inputs, output in solve.solve(inputs[0], into: output) },
      gradient: { _, _, cotangent, shares in solve.addShares(cotangent, to: shares[0]) },
      failure: { solve.failure })
    let states = regularisers.isEmpty ? output : slice(output, axis: 0, 0..<saved * initial.count)
    return InitialValueResult(
      states: reshaped(states, to: [saved] + initial.shape),
      penalties: regularisers.isEmpty
        ? nil : slice(output, axis: 0, saved * initial.count..<output.count),
      solve: solve)
  }

  private func check(
    _ options: SolveOptions, _ method: ExplicitRungeKutta, _ regularisers: [StepRegulariser]
  ) {
    if case .everyStep = options.saving {
      Requirement.check(
        false,
        "solution: every step is to be saved, but a tape needs to know how many; ask for times")
    }
    let isMeasured = options.measure?.norm == .rootMeanSquare
    Requirement.check(
      regularisers.isEmpty || isMeasured,
      "solution: penalties on steps need errors measured by their root mean square")
    for regulariser in regularisers {
      let has =
        regulariser.heuristic == .error
        ? method.tableau.embedded != nil : method.tableau.stiffness != nil
      Requirement.check(
        has, "solution: \(method.name) has no estimate of the \(regulariser.heuristic) to penalise")
    }
  }
}
