import Experiment

extension EquationChoices {
  /// - Throws: `AssayError` (bad input) for the first choice that is out of range or contradicts another.
  func check(model: String) throws {
    func require(_ isMet: Bool, _ found: String, _ expected: String, _ remedy: String) throws {
      guard !isMet else { return }
      throw AssayError(
        .badInput, where: "model \(model)", found: found, expected: expected, remedy: remedy)
    }
    let tolerances = [tolerance] + testTolerances
    try require(
      tolerances.allSatisfy { $0 > 0 && $0 < 1 },
      "tolerances \(tolerances.map { "\($0)" }.joined(separator: ", "))",
      "numbers above 0 and below 1", "correct the equation's tolerances")
    try require(
      stepLimit > 0 && fixedSteps >= 0 && testFixedSteps.allSatisfy { $0 > 0 },
      "stepLimit \(stepLimit), fixedSteps \(fixedSteps), testFixedSteps \(testFixedSteps)",
      "numbers above 0 (fixedSteps may be 0, for adaptive steps)",
      "correct the equation's numbers of steps")
    try regulariser.check(model: model)
    let kind = regulariser.kind
    try require(
      kind != .distilled || fixedSteps > 0, "the regulariser distilled with fixedSteps 0",
      "the number of steps that the network is distilled to", "set the equation's fixedSteps")
    try require(
      !kind.isOfSteps || adjoint.knowsSteps,
      "the regulariser \(kind.rawValue) with the adjoint \(adjoint.rawValue)",
      "an adjoint that knows the steps: kept, discrete or checkpointed",
      "change the equation's adjoint or regulariser")
    try require(
      kind != .local || adjoint != .backsolve, "the regulariser local with the adjoint backsolve",
      "an adjoint that keeps the steps of the solve", "change the equation's adjoint")
    try require(
      !kind.needsStiffness || solver.method.tableau.stiffness != nil,
      "the regulariser \(kind.rawValue) with the solver \(solver.rawValue)",
      "a solver that estimates stiffness: tsit5, dopri5, dopri5-shampine or vern7",
      "change the equation's solver or regulariser")
  }
}
