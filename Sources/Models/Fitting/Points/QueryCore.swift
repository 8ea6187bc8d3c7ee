import Autodiff
import Networks

/// Layers that answer with a velocity at any points of the grid, without a last velocity.
protocol QueryCore {
  /// What training changes.
  var parameters: ParameterSet<Float> { get }
  /// How the points' coordinates are told.
  var coordinates: PointCoordinates { get }
  /// Records the velocity in m/s at `points`: [samples, components, points].
  func velocity(at points: QueryPoints, in graph: SampleGraph) -> Variable<Float>
}
