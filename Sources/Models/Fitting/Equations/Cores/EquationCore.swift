import Autodiff
import Networks

/// A network around one ordinary equation: what lies before and after the solve, and what is lost.
protocol EquationCore: EquationField {
  /// Records where the solve starts, and what is lost before it.
  func start(in graph: SampleGraph) -> EquationStart
  /// Records the predictions, by the names of the role's outputs, from the saved states,
  /// [times, samples, features].
  func predictions(
    from states: Variable<Float>, in graph: SampleGraph
  ) -> [String: Variable<Float>]
  /// Records the mean over samples of what is lost by the predictions, [1].
  func loss(of predictions: [String: Variable<Float>], in graph: SampleGraph) -> Variable<Float>
}
