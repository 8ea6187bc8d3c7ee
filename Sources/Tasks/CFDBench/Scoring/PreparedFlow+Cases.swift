import Experiment

extension PreparedFlow {
  /// Numbers that stand for a case; its whole data would take too long to compare.
  private static let signatureLength = 1024

  /// Every case, by the first, the middle and the last frame.
  var cases: [SplitCase] {
    let parts: [(SplitCase.Split, [Int])] = [
      (.training, split.training), (.validation, split.validation), (.test, split.test),
    ]
    let twins: SplitCase.Twins = samples.rules.scoring == .published ? .published : .forbidden
    return parts.flatMap { part, indices in
      indices.map { index in
        let trajectory = samples.trajectories[index]
        return SplitCase(
          name: trajectory.path, split: part, signature: Self.signature(of: trajectory),
          twins: twins)
      }
    }
  }

  private static func signature(of trajectory: FlowTrajectory) -> [Float] {
    let frames = [0, trajectory.frameCount / 2, trajectory.frameCount - 1]
    let values = frames.flatMap { Array(trajectory.frame($0)) }
    let distance = max(1, values.count / signatureLength)
    return stride(from: 0, to: values.count, by: distance).map { values[$0] }
  }
}
