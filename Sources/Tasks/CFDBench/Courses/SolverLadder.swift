import Foundation
import Physics

/// What our own solver takes for the frames of one case on ever coarser grids, beside its error there:
/// the curve that a surrogate has to beat.
struct SolverLadder {
  /// One grid.
  struct Rung {
    /// Relative L2 difference of the velocity from the data, over all steps of the roll-out.
    let error: Double
    /// Wall-clock time for one step of the roll-out, the time before frame 0 left out.
    let milliseconds: Double
  }

  /// From the finest grid to the coarsest; empty when the solver cannot make the case.
  private(set) var rungs: [Rung] = []

  /// Runs the case of `trajectory` to the end of a roll-out on each coarser grid that its plan names.
  init(_ trajectory: FlowTrajectory, _ samples: FlowSamples) {
    let rules = samples.rules
    let steps = min(rules.rolloutSteps, (trajectory.frameCount - 1) / rules.frameStride)
    let decision = trajectory.parameters.problem.definition.simulation(
      trajectory.parameters, rules.frameInterval, trajectory.frameCount)
    guard steps > 0, case .resolved(let plan) = decision else { return }
    rungs = plan.coarser.compactMap { Self.rung($0, trajectory, samples, steps: steps) }
  }

  /// Nil when the run blows up: a grid that coarse is no rival.
  private static func rung(
    _ start: SimulationPlan.Start, _ trajectory: FlowTrajectory, _ samples: FlowSamples, steps: Int
  ) -> Rung? {
    let (rules, size) = (samples.rules, samples.layout.size)
    var flow = start.flow()
    var (difference, reference) = (0.0, 0.0)
    do {
      try flow.advance(to: rules.frameInterval)
      let clock = ContinuousClock.now
      for step in 1...steps {
        let frame = step * rules.frameStride
        try flow.advance(to: Double(frame + 1) * rules.frameInterval)
        let sample = flow.sampled(rows: size, columns: size)
        let truth = trajectory.frame(frame)
        let cells = samples.layout.cells
        for (values, part) in [
          (sample.u, truth.prefix(cells)), (sample.v, truth.dropFirst(cells)),
        ] {
          for (a, b) in zip(values, samples.layout.window(Array(part))) {
            difference += Double(a - b) * Double(a - b)
            reference += Double(b) * Double(b)
          }
        }
      }
      let spent = (ContinuousClock.now - clock) / .milliseconds(1)
      guard reference > 0, difference.isFinite else { return nil }
      return Rung(
        error: (difference / reference).squareRoot(), milliseconds: spent / Double(steps))
    } catch {
      return nil
    }
  }

  /// The time of the solver at an error of `error`: between two rungs by the straight line in
  /// logarithms; of the coarsest grid for any larger error. Nil for errors below the finest rung's,
  /// where the ladder says nothing.
  func milliseconds(atError error: Double) -> Double? {
    let sorted = rungs.sorted { $0.error < $1.error }
    guard let best = sorted.first, let worst = sorted.last, error >= best.error else { return nil }
    guard error < worst.error else { return worst.milliseconds }
    guard let place = sorted.indices.dropLast().first(where: { error < sorted[$0 + 1].error })
    else { return worst.milliseconds }
    let (fine, coarse) = (sorted[place], sorted[place + 1])
    let share = log(error / fine.error) / log(coarse.error / fine.error)
    return exp((1 - share) * log(fine.milliseconds) + share * log(coarse.milliseconds))
  }
}
