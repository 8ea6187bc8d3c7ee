import ArgumentParser
import Physics

/// What belongs together in `make validate`.
enum ValidationGroup: String, CaseIterable, ExpressibleByArgument {
  /// Simulations of flow beside published tables.
  case flow
  /// Gradients beside differences.
  case gradients
  /// The parts that the engine is made of, and spectral solves.
  case engine
  /// Orders and golden cases of solvers.
  case solvers
  /// Coverage of intervals and rates of the gate.
  case statistics
  /// Native networks beside the same ones in PyTorch.
  case agreement
  /// Faults of cells and kills of processes.
  case faults

  /// The comparisons of the group; so many runs are killed at random moments.
  func results(kills: Int) throws -> [ValidationResult] {
    switch self {
    case .flow:
      return try FlowValidation.results() + ChannelValidation.results()
        + CylinderValidation.results() + TwoPhaseValidation.results()
    case .gradients: return GradientValidation.results()
    case .engine: return try EngineValidation.results() + SpectralValidation.results()
    case .solvers: return try SolverValidation.results()
    case .statistics: return StatisticsValidation.results()
    case .agreement: return try AgreementValidation.results()
    case .faults: return try FaultValidation.results(kills: kills)
    }
  }
}
