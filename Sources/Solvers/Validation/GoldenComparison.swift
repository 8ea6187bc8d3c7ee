/// The comparisons of a golden case, group by group.
///
/// Tolerances are those of rounding. The error vector h Σ b̃ᵢ kᵢ with rates near 1 is known to a few
/// εh, so with the tolerance τ the estimate E is known to a few εh/τ. The next h goes with E^0.14
/// and E^0.08, and E with h⁵, so that a step inherits what all steps before it did not know.
struct GoldenComparison {
  private static let epsilon = Double.ulpOfOne
  /// Rounding errors of the sum over seven stages, most of which cancel.
  private static let roundings = 4.0
  /// The exponents of E in the next two step sizes together.
  private static let sensitivity = 0.22
  /// Digits that survive a chain of tens of steps and their gradients where nothing cancels.
  private static let relative = 1e-9

  private let reference: GoldenReference
  private let field: GoldenField
  private let problem: InitialValueProblem<Double>
  private let measure: ErrorMeasure
  private let record: SolveRecord<Double>
  /// What is unknown of the next step size, relative to it.
  private var stepUnknown = Self.relative
  private(set) var deviations: [GoldenStudy.Deviation] = []

  init(_ reference: GoldenReference) {
    self.reference = reference
    let p = reference.problem
    let drawn = GoldenField.drawn(
      width: p.D, hidden: p.H, batch: p.B, seed: p.seed, scale: p.scale)
    let field = drawn.field
    self.field = field
    problem = InitialValueProblem(
      initial: drawn.initial, span: 0...1, rate: { field.rate($0, $1, $2) })
    measure = ErrorMeasure(tolerances: Tolerances(absolute: p.abstol, relative: p.abstol))
    record = ExplicitRungeKutta(.tsit5).record(
      problem,
      SolveOptions(
        steps: .adaptive(AdaptiveSteps(measure: measure)),
        saving: .interpolated(at: [reference.result.local.t_reg, 1])))
  }

  /// What rounding leaves unknown of the scaled error of a step of this size.
  private func noise(_ size: Double) -> Double {
    Self.roundings * Self.epsilon * size / reference.problem.abstol
  }

  private mutating func compare(
    _ quantity: String, _ ours: Double, _ expected: Double, absolute: Double = 0,
    relative: Double = Self.relative
  ) {
    deviations.append(
      GoldenStudy.Deviation(
        quantity: quantity, ours: ours, reference: expected,
        tolerance: max(absolute + relative * abs(expected), Double.leastNormalMagnitude)))
  }

  private mutating func compareExactly(_ quantity: String, _ ours: Int, _ expected: Int) {
    compare(quantity, Double(ours), Double(expected), absolute: 0.5, relative: 0)
  }

  mutating func compareSteps() {
    let (trace, expected) = (record.solution.trace, reference.result)
    compareExactly("accepted steps", trace.accepted.count, expected.accepted)
    compareExactly("rejected steps", trace.rejectedCount, expected.rejected)
    compareExactly("NFE", trace.work.evaluations, expected.nfe)
    for (ours, theirs) in zip(trace.attempts, expected.attempts) {
      compare("step size at \(ours.time)", ours.size, theirs.h, relative: stepUnknown)
      compare(
        "error estimate at \(ours.time)", ours.errorEstimate, theirs.EEst,
        absolute: noise(theirs.h), relative: 5 * stepUnknown)
      compareExactly("acceptance", ours.isAccepted ? 1 : 0, theirs.accepted ? 1 : 0)
      stepUnknown += Self.sensitivity * noise(theirs.h) / theirs.EEst
    }
    for (ours, theirs) in zip(trace.accepted, expected.eigen_est) {
      compare(
        "eigenvalue estimate at \(ours.time)", ours.eigenvalueEstimate, theirs,
        relative: 1e-6)
    }
  }

  private func value(_ heuristic: StepRegulariser) -> Double {
    heuristic.value(record.steps, of: .tsit5)
  }

  mutating func compareRegularisers() {
    let expected = reference.regularisers
    let unknown = noise(record.steps.reduce(0) { $0 + $1.size * $1.size })
    let loose = 1e-6 + 5 * stepUnknown
    compare(
      "R_E sum", value(StepRegulariser(.error, .sum, .stepSize)), expected.R_E_sum,
      absolute: unknown, relative: loose)
    compare(
      "R_E mean", value(StepRegulariser(.error, .mean, .stepSize)), expected.R_E_mean,
      absolute: unknown, relative: loose)
    compare(
      "R_E sum of squares", record.steps.reduce(0) { $0 + $1.errorEstimate * $1.errorEstimate },
      expected.R_E_sum_sq, absolute: unknown, relative: loose)
    compare(
      "R_S max", value(StepRegulariser(.stiffness, .maximum, .none)), expected.R_S_max,
      relative: 1e-6)
    compare(
      "R_S mean", value(StepRegulariser(.stiffness, .mean, .none)), expected.R_S_mean,
      relative: 1e-6)
    compare(
      "R_S sum with h", value(StepRegulariser(.stiffness, .sum, .stepSize)), expected.R_S_sum_dt,
      relative: 1e-6)
  }

  private func gradientNorms(_ seed: GradientSeed<Double>) -> [Double] {
    let field = field
    field.clearGradients()
    _ = record.backward(seed) { field.transpose($0, $1, $2, $3) }
    return field.norms
  }

  /// `cancelling`: the size of the terms of which only a small rest is left, if it is known.
  private mutating func compareNorms(
    _ quantity: String, _ ours: [Double], _ expected: GoldenReference.Norms,
    cancelling: GoldenReference.Norms? = nil, relative: Double
  ) {
    for (index, pair) in zip(ours, expected.all).enumerated() {
      compare(
        "\(quantity) gradient, parameter \(index)", pair.0, pair.1 ?? 0,
        absolute: 64 * Self.epsilon * (cancelling?.all[index] ?? 0), relative: relative)
    }
  }

  mutating func compareGradients() {
    let end = record.solution.last
    let batch = Double(reference.problem.B)
    compare(
      "loss", end.reduce(0) { $0 + $1 * $1 } * 0.5 / batch, reference.result.loss_half_sq_mean,
      relative: Self.relative)
    let zero = [Double](repeating: 0, count: end.count)
    let norms = reference.result.grad_norms
    compareNorms(
      "loss", gradientNorms(GradientSeed(states: [zero, end.map { $0 / batch }])), norms.loss,
      relative: 1e-8)
    let error = StepRegulariser(.error, .mean, .stepSize)
    compareNorms(
      "R_E mean", gradientNorms(error.seed(record.steps, of: .tsit5)), norms.R_E_mean,
      relative: 1e-5)
    let stiffness = StepRegulariser(.stiffness, .maximum, .none)
    compareNorms(
      "R_S max", gradientNorms(stiffness.seed(record.steps, of: .tsit5)), norms.R_S_max,
      relative: 1e-5)
  }

  mutating func compareLocal() {
    let (expected, norms) = (reference.result.local, reference.result.grad_norms)
    let local = LocalRegulariser(measure: measure).evaluate(
      problem, from: record.solution.states[0], at: expected.t_reg)
    compare("local step size", local.step.size, expected.dt, relative: 1e-8)
    compare(
      "local error", local.step.errorEstimate, expected.EEst, absolute: noise(expected.dt),
      relative: 1e-6)
    compare(
      "local R_E", local.value, expected.reg, absolute: noise(expected.dt) * expected.dt,
      relative: 1e-6)
    compare(
      "local stiffness", local.step.eigenvalueEstimate / 3.5068, expected.stiff, relative: 1e-6)
    let cases = [
      (LocalRegulariser.FirstStage.detached, norms.local_k1_detached),
      (.attached, norms.local_k1_attached),
    ]
    let field = field
    for (stage, expected) in cases {
      field.clearGradients()
      local.backward(factor: 1, firstStage: stage) { field.transpose($0, $1, $2, $3) }
      compareNorms(
        "local R_E, \(stage)", field.norms, expected, cancelling: norms.local_k1_detached,
        relative: 1e-5 + noise(local.step.size) / local.step.errorEstimate)
    }
  }
}

extension GoldenField {
  /// The Euclidean norm of each parameter's gradient.
  var norms: [Double] {
    gradients.map { $0.reduce(0) { $0 + $1 * $1 }.squareRoot() }
  }
}
