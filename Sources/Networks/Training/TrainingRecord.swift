/// What a training went through.
public struct TrainingRecord: Sendable, Equatable {
  /// A loss at a step.
  public struct Point: Sendable, Equatable {
    /// Optimiser steps taken before the loss was computed.
    public let step: Int
    /// The loss; always finite.
    public let loss: Double

    /// A point.
    public init(step: Int, loss: Double) {
      self.step = step
      self.loss = loss
    }
  }

  /// The losses of batches, thinned to at most `Trainer.curvePoints` steps.
  public var training: [Point] = []
  /// The losses of the whole validation set.
  public var validation: [Point] = []
  /// What the solves of a network took, at the steps of `training`; none when it has none.
  public var readings: [SolveReading] = []
  /// Optimiser steps taken.
  public var steps = 0
  /// The step whose parameters were kept; the last one when there was nothing to validate on.
  public var keptStep = 0
  /// Why training ended before its steps were used; empty when it did not.
  public var stopped = ""
  /// Whether it ended because a loss was not finite.
  public var isDiverged = false

  /// An empty record.
  public init() {}
}
