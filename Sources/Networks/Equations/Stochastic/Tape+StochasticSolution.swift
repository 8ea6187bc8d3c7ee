import Autodiff
import Solvers
import Tensors

extension Tape where S: SolverScalar {
  /// A drift or a diffusion, recorded from the time, [samples, 1], and the state.
  public typealias StateField = (Tape<S>, _ time: Variable<S>, _ state: Variable<S>) -> Variable<S>

  /// The states at the saved times of dy = f(t, y) dt + g(t, y) dW with independent noise for each
  /// element, y(t₀) = `initial`, with gradients of the initial state and of all parameters of f and
  /// g by the discrete adjoint.
  ///
  /// f and g are recorded once on tapes of their own; they may use parameters, shared ones as well,
  /// and constants, but no other variable of this tape. The gradient is that of the numbers
  /// returned, with noise and step sizes as constants. Several trajectories are several rows of
  /// `initial` (`rows(_:of:)` repeats one) with noise of their own and steps in common. Saved
  /// states within a step are on its chord.
  ///
  /// A solve that does not finish gives NaN, and the tape's diagnosis says why. On a tape for
  /// inference there is no local penalty: it is 0 and costs nothing.
  ///
  /// - Parameters:
  ///   - initial: y₀, [samples, …]; all samples are solved as one system
  ///   - span: from t₀ to t₁
  ///   - method: SOSRI or SOSRI2 (Ito), Euler-Maruyama, Milstein (Ito), Euler-Heun (Stratonovich)
  ///   - options: steps and saved times; without times the end alone is saved
  ///   - noise: of this solve alone
  ///   - sequence: whether later passes repeat the steps of the first
  ///   - regularisers: penalties on the steps, which need a measure of errors
  ///   - local: a penalty on one further step, likewise
  ///   - drift: f
  ///   - diffusion: g, of the shape of the state
  /// - Returns: states and penalties
  public func stochasticSolution(
    from initial: Variable<S>, over span: ClosedRange<Double>,
    by method: any ReversibleStochasticMethod, _ options: SolveOptions, noise: BrownianNoise,
    sequence: TapedSolve<S>.StepSequence = .free, regularisers: [StepRegulariser] = [],
    local: StochasticLocalPenalty? = nil, drift: StateField, diffusion: StateField
  ) -> StochasticResult<S> {
    checkStochastic(options, method, regularisers, local)
    let fields = TapedFields(
      drift: TapedField("drift", shape: initial.shape, mode: mode, pool: pool, record: drift),
      diffusion: TapedField(
        "diffusion", shape: initial.shape, mode: mode, pool: pool, record: diffusion))
    let plan = TapedStochasticSolve<S>.Plan(
      span: span, count: initial.count, sequence: sequence, regularisers: regularisers,
      local: local, keepsRecord: mode == .training)
    let solve = TapedStochasticSolve(fields, plan, by: method, options, noise: noise)
    let width = solve.savedCount * initial.count
    let output = custom(
      [initial] + fields.parameters.map(parameter), shape: [width + plan.penaltyCount],
      name: "StochasticSolve",
      value: { inputs, output in solve.solve(inputs[0], into: output) },
      gradient: { _, _, cotangent, shares in solve.addShares(cotangent, to: shares) },
      failure: { solve.failure })
    let states = plan.penaltyCount == 0 ? output : slice(output, axis: 0, 0..<width)
    return StochasticResult(
      states: reshaped(states, to: [solve.savedCount] + initial.shape),
      penalties: plan.penaltyCount == 0
        ? nil : slice(output, axis: 0, width..<width + plan.penaltyCount),
      solve: solve)
  }

  private func checkStochastic(
    _ options: SolveOptions, _ method: any ReversibleStochasticMethod,
    _ regularisers: [StepRegulariser], _ local: StochasticLocalPenalty?
  ) {
    if case .everyStep = options.saving {
      Requirement.check(
        false, "stochasticSolution: every step is to be saved; a tape needs to know how many")
    }
    if case .adaptive = options.steps {
      Requirement.check(
        method.controller != nil,
        "stochasticSolution: \(method.name) estimates no error and cannot choose its steps")
    }
    let isMeasured = options.measure?.norm == .rootMeanSquare
    let needsError = local != nil || regularisers.contains { $0.heuristic == .error }
    Requirement.check(
      regularisers.isEmpty && local == nil || isMeasured,
      "stochasticSolution: penalties on steps need errors measured by their root mean square")
    Requirement.check(
      !needsError || method.controller != nil,
      "stochasticSolution: \(method.name) has no estimate of its error to penalise")
    Requirement.check(
      !regularisers.contains { $0.heuristic == .stiffness } || method.stabilitySize != nil,
      "stochasticSolution: \(method.name) has no estimate of its stiffness to penalise")
  }
}
