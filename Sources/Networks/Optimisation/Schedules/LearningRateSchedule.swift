import CKernels
import Tensors

/// The factor of the learning rate over the steps of a training.
public enum LearningRateSchedule: Codable, Sendable, Equatable {
  /// 1
  case constant
  /// factor^(step / every), with an integer quotient (torch's StepLR)
  case stepDecay(every: Int, factor: Double)
  /// 1 / (1 + decay · step) (Flux's InvDecay)
  case inverse(decay: Double)
  /// factor^step (torch's ExponentialLR)
  case exponential(factor: Double)
  /// From `start` to `end` in a straight line over `steps`, then `end` (torch's LinearLR)
  case linear(from: Double, to: Double, over: Int)
  /// A linear rise over `warmUp` steps, then half a cosine to 0 at `total` (Loshchilov & Hutter
  /// 2017, equation 5, one period)
  case cosine(warmUp: Int, total: Int)
  /// Half a cosine from 1 to `end` over `steps`, then `end` (torch's CosineAnnealingLR up to there)
  case cosineDecay(to: Double, over: Int)
  /// Half a cosine up to 1 over the share `rising` of `total` steps, another one down (Smith &
  /// Topin 2018, as torch's OneCycleLR with its default divisors)
  case oneCycle(total: Int, rising: Double)
  /// Lower after each time without progress; the factor is then that of a `ScheduleProgress`
  case plateau(PlateauRule)

  /// The factor at `step`, counted from 0; 1 for a plateau.
  public func factor(at step: Int) -> Double {
    switch self {
    case .constant, .plateau: return 1
    case .stepDecay(let every, let factor): return factor.raised(to: step / max(every, 1))
    case .inverse(let decay): return 1 / (1 + decay * Double(step))
    case .exponential(let factor): return factor.raised(to: step)
    case .linear(let start, let end, let steps):
      return start + (end - start) * Double(min(step, steps)) / Double(max(steps, 1))
    case .cosine(let warmUp, let total):
      if step < warmUp { return Double(step + 1) / Double(warmUp) }
      let progress = Double(step - warmUp) / Double(max(total - warmUp, 1))
      return Self.cosine(from: 1, to: 0, progress)
    case .cosineDecay(let end, let steps):
      return Self.cosine(from: 1, to: end, Double(step) / Double(max(steps, 1)))
    case .oneCycle(let total, let rising):
      let top = rising * Double(total) - 1
      let start = 1 / Self.startDivisor
      guard Double(step) > top else { return Self.cosine(from: start, to: 1, Double(step) / top) }
      let progress = (Double(step) - top) / max(Double(total - 1) - top, 1)
      return Self.cosine(from: 1, to: start / Self.endDivisor, progress)
    }
  }

  /// How far the one-cycle schedule starts below its top; torch's `div_factor`.
  private static let startDivisor = 25.0
  /// How far it ends below its start; torch's `final_div_factor`.
  private static let endDivisor = 1e4

  /// Half a cosine; of `progress` in 0 ... 1.
  private static func cosine(from start: Double, to end: Double, _ progress: Double) -> Double {
    end + (start - end) * 0.5 * (1 + assay_scalar_cos(.pi * min(progress, 1)))
  }
}
