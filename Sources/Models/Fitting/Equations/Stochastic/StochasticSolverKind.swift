import Solvers

/// The method of a stochastic equation.
public enum StochasticSolverKind: String, Codable, Sendable, CaseIterable {
  /// SOSRI (Rackauckas & Nie 2020), Ito: the papers' choice.
  case sosri
  /// SOSRI2, Ito, which also estimates stiffness.
  case sosri2
  /// Adaptive Euler-Heun, Stratonovich: what is learnt as diffusion then means another equation.
  case eulerHeun = "euler-heun"

  var method: any ReversibleStochasticMethod {
    switch self {
    case .sosri: StochasticRungeKutta(.sosri)
    case .sosri2: StochasticRungeKutta(.sosri2)
    case .eulerHeun: SimpleStochasticMethod.eulerHeun
    }
  }
}
