import Networks
import Solvers

/// What is penalised of the solve of a stochastic equation (Pal et al., ICML 2021 and 2023).
public enum StochasticRegulariser: String, Codable, Sendable, CaseIterable {
  /// Nothing.
  case none
  /// The error estimates times the step sizes.
  case error
  /// The stiffness estimates over the stability size; SOSRI2 has them.
  case stiffness
  /// E h of one further step from anywhere, its first stage a constant to the gradient.
  case localUnbiased = "local-unbiased"
  /// E h of one further step from the end of a step, likewise.
  case localBiased = "local-biased"
  /// As `localUnbiased`, with the gradient of the value.
  case localUnbiasedAttached = "local-unbiased-attached"
  /// As `localBiased`, with the gradient of the value.
  case localBiasedAttached = "local-biased-attached"

  /// The penalty on the steps of the solve, put together by `aggregate` where that is free.
  func steps(_ aggregate: StepRegulariser.Aggregate) -> [StepRegulariser] {
    switch self {
    case .error: [StepRegulariser(.error, aggregate, .stepSize)]
    case .stiffness: [StepRegulariser(.stiffness, .mean, .none)]
    case .none, .localUnbiased, .localBiased, .localUnbiasedAttached, .localBiasedAttached: []
    }
  }

  /// The penalty on one further step.
  var local: StochasticLocalPenalty? {
    switch self {
    case .none, .error, .stiffness: nil
    case .localUnbiased: StochasticLocalPenalty(at: .anywhere)
    case .localBiased: StochasticLocalPenalty(at: .stepEnds)
    case .localUnbiasedAttached: StochasticLocalPenalty(at: .anywhere, firstStage: .attached)
    case .localBiasedAttached: StochasticLocalPenalty(at: .stepEnds, firstStage: .attached)
    }
  }
}
