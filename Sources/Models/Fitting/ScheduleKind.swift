import Networks

/// The course of the learning rate, relative to the budget so that it fits every profile.
public enum ScheduleKind: String, Codable, Sendable, CaseIterable {
  /// The same rate throughout.
  case constant
  /// Times 0.9 after each fifth of the steps: CFDBench's StepLR of 20 epochs in 100.
  case stepDecay
  /// A linear rise over the first twentieth of the steps, then half a cosine to 0.
  case cosine
  /// Half a cosine from 1 to 1/30: of CIFAR-10 in the code of Pal, Edelman & Rackauckas 2023.
  case cosineToThirtieth
  /// 1 / (1 + 10⁻⁵ n) at step n: InvDecay in the code of the neural equation papers (Pal et al. 2021).
  case inverseDecay

  func schedule(steps: Int) -> LearningRateSchedule {
    switch self {
    case .constant: .constant
    case .stepDecay: .stepDecay(every: (steps + 4) / 5, factor: 0.9)
    case .cosine: .cosine(warmUp: steps / 20, total: steps)
    case .cosineToThirtieth: .cosineDecay(to: 1.0 / 30, over: steps)
    case .inverseDecay: .inverse(decay: 1e-5)
    }
  }
}
