import Foundation

/// The factor of the learning rate over the steps of a training.
public enum LearningRateSchedule: Sendable, Equatable {
  /// 1
  case constant
  /// factor^(step / every), with an integer quotient (torch's StepLR)
  case stepDecay(every: Int, factor: Double)
  /// A linear rise over `warmUp` steps, then half a cosine to 0 at `total` (Loshchilov & Hutter
  /// 2017, equation 5, one period)
  case cosine(warmUp: Int, total: Int)

  /// The factor at `step`, counted from 0.
  public func factor(at step: Int) -> Double {
    switch self {
    case .constant: return 1
    case .stepDecay(let every, let factor): return pow(factor, Double(step / max(every, 1)))
    case .cosine(let warmUp, let total):
      if step < warmUp { return Double(step + 1) / Double(warmUp) }
      let progress = Double(step - warmUp) / Double(max(total - warmUp, 1))
      return 0.5 * (1 + cos(.pi * min(progress, 1)))
    }
  }
}
