import Solvers
import Tensors

/// How an initial value problem on a tape is solved and differentiated.
struct InitialValueSetting<S: SolverScalar> {
  let span: ClosedRange<Double>
  let method: ExplicitRungeKutta
  let options: SolveOptions
  let sequence: TapedSolve<S>.StepSequence
  var regularisers: [StepRegulariser] = []
  let adjoint: AdjointMethod
  /// Integrals by sample, and whether their errors choose the steps.
  var integrals = 0
  var integralError = ContinuousAdjoint.IntegralError.ignored

  /// What a pass in training keeps.
  var keeping: SolveRecord<S>.Keeping {
    switch adjoint {
    case .discrete, .kept: .stages
    case .checkpointed(let rule): .checkpoints(rule)
    case .continuous(let adjoint): adjoint.path == .interpolating ? .stages : .solution
    }
  }

  /// The bytes up to which evaluations of the rate are kept.
  var keptBytes: Int {
    if case .kept(let limit) = adjoint { limit } else { 0 }
  }

  func check() {
    if case .everyStep = options.saving {
      Requirement.check(
        false,
        "solution: every step is to be saved, but a tape needs to know how many; ask for times")
    }
    guard !regularisers.isEmpty else { return }
    Requirement.check(
      options.measure?.norm == .rootMeanSquare,
      "solution: penalties on steps need errors measured by their root mean square")
    if case .continuous = adjoint {
      Requirement.check(
        false,
        "solution: penalties on steps are functions of the stages, which a continuous adjoint does not "
          + "know; take the discrete or the checkpointed one")
    }
    for regulariser in regularisers {
      let has =
        regulariser.heuristic == .error
        ? method.tableau.embedded != nil : method.tableau.stiffness != nil
      Requirement.check(
        has, "solution: \(method.name) has no estimate of the \(regulariser.heuristic) to penalise")
    }
  }
}
