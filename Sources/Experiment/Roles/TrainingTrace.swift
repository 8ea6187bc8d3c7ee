/// What a fit went through.
public struct TrainingTrace: Codable, Sendable, Equatable {
  /// Curves over optimiser steps, as `training-loss` and `validation-loss`.
  public var curves: [Curve]
  /// Optimiser steps taken.
  public var steps: Int
  /// Why training stopped early; empty when it used its budget or had nothing to learn.
  public var stopped: String

  /// A trace.
  public init(curves: [Curve] = [], steps: Int = 0, stopped: String = "") {
    self.curves = curves
    self.steps = steps
    self.stopped = stopped
  }
}
