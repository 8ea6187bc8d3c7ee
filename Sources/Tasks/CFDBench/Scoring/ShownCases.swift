/// The test cases of which pictures are made: the median and the worst of the roll-out.
struct ShownCases {
  /// A row of the roll-out and how its case ranks.
  struct Entry: Equatable {
    let row: Int
    let rank: String
  }

  let entries: [Entry]

  /// The cases of `rollout` by their error over all steps; one that blew up is worse than all others.
  init(_ rollout: FlowRollout, _ samples: FlowSamples) {
    let errors = rollout.cases.indices.map { Self.error(of: $0, rollout, samples) }
    // Equal errors keep their order, so that the choice is the same everywhere.
    let order = errors.indices.sorted { (errors[$0], $0) < (errors[$1], $1) }
    guard let worst = order.last else {
      entries = []
      return
    }
    let median = order[(order.count - 1) / 2]
    entries =
      median == worst
      ? [Entry(row: worst, rank: "only case")]
      : [Entry(row: median, rank: "median case"), Entry(row: worst, rank: "worst case")]
  }

  private static func error(
    of row: Int, _ rollout: FlowRollout, _ samples: FlowSamples
  ) -> Double {
    guard rollout.blownUpAt[row] == 0 else { return .infinity }
    let truth = samples.trajectories[rollout.cases[row]]
    let predictions = rollout.predictions[row]
    // By the frame that is predicted, whatever the scoring compares it with.
    let errors = predictions.enumerated().map { index, prediction in
      let frame = min(samples.rules.rolloutFrame(step: index + 1), truth.frameCount - 1)
      return FlowField.normalisedError(
        predicted: prediction, expected: truth.frame(frame), mask: truth.boundary.mask)
    }
    return errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
  }
}
