import Solvers

/// The method that solves an equation inside a network.
public enum EquationSolver: String, Codable, Sendable, CaseIterable {
  /// Tsitouras 5(4), as in both papers.
  case tsit5
  /// Dormand and Prince 5(4) with Hairer's error weights and dense output: DP5 of OrdinaryDiffEq.
  case dopri5
  /// Dormand and Prince 5(4) with Shampine's error weights and midpoint: dopri5 of torchdiffeq, torchode
  /// and diffrax.
  case dopri5Shampine = "dopri5-shampine"
  /// Bogacki and Shampine 3(2), which has no estimate of stiffness.
  case bs3
  /// Verner 7(6). Steps end at the times that are saved, as its dense output here is a cubic.
  case vern7

  /// The method.
  var method: ExplicitRungeKutta {
    switch self {
    case .tsit5: ExplicitRungeKutta(.tsit5)
    case .dopri5: ExplicitRungeKutta(.dopri5)
    case .dopri5Shampine: ExplicitRungeKutta(.dopri5Shampine)
    case .bs3: ExplicitRungeKutta(.bs3)
    case .vern7: ExplicitRungeKutta(.vern7)
    }
  }

  /// How states at `times` come back; the end alone without any.
  func saving(_ times: [Double]) -> SolveOptions.Saving {
    if times.isEmpty { return .end }
    return self == .vern7 ? .hit(at: times) : .interpolated(at: times)
  }
}
