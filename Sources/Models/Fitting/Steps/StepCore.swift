import Autodiff
import Networks

/// Layers that answer to a velocity; a `StepNetwork` makes a step of them.
protocol StepCore {
  /// What training changes.
  var parameters: ParameterSet<Float> { get }
  /// Records the answer to `velocity` [samples, 2, height, width], [samples, components, height, width],
  /// both in the network's own unit. Other inputs of the role come from `graph`.
  func answer(to velocity: Variable<Float>, in graph: SampleGraph) -> Variable<Float>
}
