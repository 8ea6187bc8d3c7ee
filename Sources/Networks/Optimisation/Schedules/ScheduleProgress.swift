import Tensors

/// A schedule under way: of a plateau, the best loss and how long ago it was.
public struct ScheduleProgress: Sendable, Equatable {
  /// The schedule.
  public let schedule: LearningRateSchedule
  private var best = Double.infinity
  private var observationsSince = 0
  private var factor = 1.0

  /// A schedule at its beginning.
  public init(_ schedule: LearningRateSchedule) {
    self.schedule = schedule
  }

  /// The factor of the learning rate at `step`.
  public func factor(at step: Int) -> Double { factor * schedule.factor(at: step) }

  /// Takes note of a validation loss.
  public mutating func observe(_ loss: Double) {
    guard case .plateau(let rule) = schedule else { return }
    if loss < best * (1 - rule.threshold) || best == .infinity {
      best = loss
      observationsSince = 0
    } else {
      observationsSince += 1
    }
    guard observationsSince > rule.patience else { return }
    factor = max(factor * rule.factor, rule.lowest)
    observationsSince = 0
  }
}

extension ScheduleProgress: Resumable {
  /// What a plateau remembers.
  public var state: NamedState<Float> {
    var state = NamedState<Float>()
    state.put("best", [best])
    state.put("observations", [observationsSince])
    state.put("factor", [factor])
    return state
  }

  /// Goes on from `state`.
  public mutating func restore(_ state: NamedState<Float>) throws {
    best = try state.double("best")
    observationsSince = try state.integer("observations")
    factor = try state.double("factor")
  }
}
