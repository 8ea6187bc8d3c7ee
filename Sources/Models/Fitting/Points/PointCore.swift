import Autodiff
import Networks

/// Layers that answer to a velocity at any points of the grid.
protocol PointCore: StepCore {
  /// The grid.
  var flow: FlowRole { get }
  /// How the points' coordinates are told.
  var coordinates: PointCoordinates { get }
  /// Records the answer at `points`, [samples, components, points], to `velocity`.
  func answer(
    to velocity: Variable<Float>, at points: QueryPoints, in graph: SampleGraph
  ) -> Variable<Float>
}

extension PointCore {
  /// The answer at all points.
  func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float> {
    let points = QueryPoints(of: flow, drawn: 0, as: coordinates, in: graph)
    let answer = answer(to: velocity, at: points, in: graph)
    return graph.tape.reshaped(answer, perSample: [answer.shape[1], flow.height, flow.width])
  }
}
