import Solvers

/// How a training differentiates a solve; `AdjointMethod` says what each computes. Step sizes are constants
/// to all of them.
public enum EquationAdjoint: String, Codable, Sendable, CaseIterable {
  /// The gradient of the numbers returned, from everything that the right-hand side computed: the fastest.
  case kept
  /// The same from the stages alone.
  case discrete
  /// The same, bit by bit, from some of the steps.
  case checkpointed
  /// The adjoint equation along the dense output (the 2023 paper's).
  case interpolating
  /// The adjoint equation beside the state, which is solved backwards too.
  case backsolve

  /// The method.
  var method: AdjointMethod {
    switch self {
    case .kept: .kept()
    case .discrete: .discrete
    case .checkpointed: .checkpointed()
    case .interpolating: .interpolating
    case .backsolve: .backsolve
    }
  }

  /// Whether penalties on the steps of the solve have a gradient.
  var knowsSteps: Bool { self == .kept || self == .discrete || self == .checkpointed }
}
