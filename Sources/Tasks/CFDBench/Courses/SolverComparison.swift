import Experiment

/// A model beside our own solver on one case: how many times as fast it makes frames as the solver on
/// the grid that is just as wrong.
struct SolverComparison {
  let rollout: FlowRollout
  let samples: FlowSamples

  /// Costs: the model's milliseconds a frame, the solver's at equal error, and their quotient, on the
  /// case `row` of the roll-out.
  func measurements(row: Int) -> [Measurement] {
    let own = rollout.millisecondsPerFrame
    let speed = speedUp(row: row, own: own)
    return [
      cost("frame-milliseconds", own > 0 ? MeasuredValue(own) : .missing("no frame")),
      cost("solver-milliseconds", speed.solver), cost("solver-speed-up", speed.ratio),
    ]
  }

  private func speedUp(row: Int, own: Double) -> (solver: MeasuredValue, ratio: MeasuredValue) {
    func missing(_ reason: String) -> (MeasuredValue, MeasuredValue) {
      (.missing(reason), .missing(reason))
    }
    let trajectory = samples.trajectories[rollout.cases[row]]
    guard rollout.blownUpAt[row] == 0 else {
      return missing("diverged at step \(rollout.blownUpAt[row])")
    }
    let error = rollout.relativeError(row: row, trajectory, following: samples.rules)
    let ladder = SolverLadder(trajectory, samples)
    guard !ladder.rungs.isEmpty else { return missing("the solver does not make this case") }
    guard let solver = ladder.milliseconds(atError: error) else {
      return missing("more exact than the solver on the coarser grids")
    }
    return (MeasuredValue(solver), own > 0 ? MeasuredValue(solver / own) : .missing("no frame"))
  }

  private func cost(_ metric: String, _ value: MeasuredValue) -> Measurement {
    Measurement(
      metric: metric, split: "test", evaluation: "cost", value: value, sampleCount: 1, kind: .cost)
  }
}
