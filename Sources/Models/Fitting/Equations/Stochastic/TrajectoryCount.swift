import Autodiff
import Networks

/// How many trajectories of each sample a pass solves for.
struct TrajectoryCount {
  /// What a pass is for.
  enum Purpose {
    /// A loss, of training or of validation.
    case loss
    case prediction
  }

  let training: Int
  let prediction: Int

  /// Those of a pass for `purpose`.
  func count(for purpose: Purpose) -> Int { purpose == .loss ? training : prediction }

  /// `x`, [samples, …], with a row for each trajectory: those of a sample stand together.
  func rows(of x: Variable<Float>, for purpose: Purpose, in graph: SampleGraph) -> Variable<Float> {
    let count = count(for: purpose)
    guard count > 1 else { return x }
    return graph.tape.rows(PointList((0..<graph.samples * count).map { $0 / count }), of: x)
  }
}
