import Autodiff
import Networks
import Solvers

/// The right-hand side of an equation, written once for every precision and for jets.
protocol EquationField {
  /// What training changes, of the whole network.
  var parameters: ParameterSet<Float> { get }
  /// f of time and state for a solve from `start`, with `cast` of the parameters.
  func rate<S: SolverScalar>(
    from start: EquationStart, by cast: ParameterCast<S>
  ) -> Tape<S>.JetRate
}
