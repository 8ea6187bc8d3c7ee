extension FlowProtocol {
  /// How many pairs (frame i, frame i + stride) of a case count before it is steady.
  func pairCount(of trajectory: FlowTrajectory) -> Int {
    let count = max(0, trajectory.frameCount - frameStride)
    guard problem.definition.loader.endsWhenSteady else { return count }
    let steady = (0..<count).first { isSteady(trajectory, from: $0) }
    guard let steady else { return count }
    // A case that never moves would otherwise have no sample at all.
    return scoring == .corrected ? max(1, steady) : steady
  }

  /// How many frames of a case count in the direct track: all when published (D13); those of the pairs
  /// when corrected, so that both tracks use the same data.
  func frameCount(of trajectory: FlowTrajectory) -> Int {
    scoring == .published
      ? trajectory.frameCount : min(trajectory.frameCount, pairCount(of: trajectory) + frameStride)
  }

  private func isSteady(_ trajectory: FlowTrajectory, from pair: Int) -> Bool {
    let (change, speed) = meanChange(trajectory, from: pair)
    return switch scoring {
    // D13: an absolute threshold on a velocity, and everything after the first hit is dropped.
    case .published: change < pairs.steadyThreshold
    case .corrected: change < pairs.steadyThreshold * speed
    }
  }

  /// Mean over cells of | |U| later − |U| now | and of |U| later: over the fluid when corrected, over
  /// all cells when published.
  private func meanChange(
    _ trajectory: FlowTrajectory, from pair: Int
  ) -> (change: Double, speed: Double) {
    let before = FlowField.speed(trajectory.frame(pair))
    let after = FlowField.speed(trajectory.frame(pair + frameStride))
    let mask = scoring == .corrected ? trajectory.boundary.mask : []
    var change = 0.0
    var speed = 0.0
    for cell in before.indices where mask.isEmpty || mask[cell] > 0 {
      change += Double(abs(after[cell] - before[cell]))
      speed += Double(after[cell])
    }
    let cells = mask.isEmpty ? Double(before.count) : Double(trajectory.boundary.fluidCells)
    return (change / cells, speed / cells)
  }
}
