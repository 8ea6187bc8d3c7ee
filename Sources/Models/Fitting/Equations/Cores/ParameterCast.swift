import Autodiff
import Solvers

/// Parameters in another precision: those of a network themselves in Float, rounded copies otherwise.
///
/// A resource with identity: each parameter has one copy.
final class ParameterCast<S: SolverScalar> {
  private var copies: [ObjectIdentifier: Parameter<S>] = [:]

  /// The parameter that stands for `parameter`.
  func callAsFunction(_ parameter: Parameter<Float>) -> Parameter<S> {
    if let same = parameter as? Parameter<S> { return same }
    if let copy = copies[ObjectIdentifier(parameter)] { return copy }
    let copy = Parameter<S>(name: parameter.name, shape: parameter.shape)
    copy.value.load(parameter.value.values.map { S(Double($0)) })
    copies[ObjectIdentifier(parameter)] = copy
    return copy
  }
}
