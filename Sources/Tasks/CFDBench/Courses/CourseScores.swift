import Experiment

/// Judges roll-outs by what follows from their velocity: forces, frequencies, fronts.
struct CourseScores {
  let rollout: FlowRollout
  let samples: FlowSamples

  /// By quantity of the problem, an outcome for each case whose truth has a value: series of numbers
  /// over the steps.
  var outcomes: [(evaluation: String, outcomes: [ScoredOutcome])] {
    CourseQuantity.all(of: samples.rules.problem).compactMap { quantity in
      let outcomes = rollout.cases.indices.compactMap { outcome(quantity, row: $0) }
      return outcomes.isEmpty ? nil : (quantity.evaluation, outcomes)
    }
  }

  /// Nil when the truth has no value, since then there is nothing to score against.
  private func outcome(_ quantity: CourseQuantity, row: Int) -> ScoredOutcome? {
    let trajectory = samples.trajectories[rollout.cases[row]]
    let stride = samples.rules.frameStride
    let steps = min(samples.rules.rolloutSteps, (trajectory.frameCount - 1) / stride)
    let truth = (0...steps).map { trajectory.frame($0 * stride) }
    guard case .success(let expected) = values(quantity, truth, trajectory) else { return nil }
    guard rollout.blownUpAt[row] == 0 else {
      return .missing("diverged at step \(rollout.blownUpAt[row])")
    }
    let fields = [trajectory.frame(0)] + rollout.predictions[row].prefix(steps)
    let still = [ArraySlice<Float>](repeating: trajectory.frame(0), count: steps + 1)
    switch values(quantity, fields, trajectory) {
    case .failure(let absence): return .missing(absence.reason)
    case .success(let predicted):
      // A field that does not change has no frequency: 0.
      let persistence =
        (try? values(quantity, still, trajectory).get())
        ?? [Double](repeating: 0, count: expected.count)
      return .scored(
        ScoredField(
          predicted: predicted.map { Float($0) }, expected: expected.map { Float($0) },
          persistence: persistence.map { Float($0) }))
    }
  }

  private func values(
    _ quantity: CourseQuantity, _ fields: [ArraySlice<Float>], _ trajectory: FlowTrajectory
  ) -> Result<[Double], CourseQuantity.Absence> {
    quantity.values(
      WindowCourse(
        fields, of: trajectory.parameters, on: samples.layout,
        frameInterval: Double(samples.rules.frameStride) * samples.rules.frameInterval))
  }
}
