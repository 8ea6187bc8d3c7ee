/// The test cases of which pictures are made: the median and the hardest of the roll-out, by the error
/// of persistence, so that all models show the same cases.
struct ShownCases {
  /// A row of the roll-out and how its case ranks.
  struct Entry: Equatable {
    let row: Int
    let rank: String
  }

  let entries: [Entry]

  /// The cases of `rollout` by the error of persistence over all steps.
  init(_ rollout: FlowRollout, _ samples: FlowSamples) {
    let errors = rollout.cases.map { Self.error(of: samples.trajectories[$0], samples.rules) }
    // Equal errors keep their order, so that the choice is the same everywhere.
    let order = errors.indices.sorted { (errors[$0], $0) < (errors[$1], $1) }
    guard let hardest = order.last else {
      entries = []
      return
    }
    let median = order[(order.count - 1) / 2]
    entries =
      median == hardest
      ? [Entry(row: hardest, rank: "only case")]
      : [Entry(row: median, rank: "median case"), Entry(row: hardest, rank: "hardest case")]
  }

  /// The mean over the steps of the normalised error of frame 0.
  private static func error(of truth: FlowTrajectory, _ rules: FlowProtocol) -> Double {
    let frames = (1...rules.rolloutSteps).map { rules.rolloutFrame(step: $0) }
      .filter { $0 < truth.frameCount }
    let errors = frames.map {
      FlowField.normalisedError(
        predicted: truth.frame(0), expected: truth.frame($0), mask: truth.boundary.mask)
    }
    return errors.isEmpty ? 0 : errors.reduce(0, +) / Double(errors.count)
  }
}
