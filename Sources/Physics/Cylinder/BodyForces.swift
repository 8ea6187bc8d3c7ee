/// What the flow does to the cylinder, over one step.
public struct BodyForces: Sendable, Equatable {
  /// The middle of the step, in s.
  public let time: Double
  /// The force along the channel over density U^2 diameter / 2 a metre of depth, with U the mean
  /// inlet velocity of the case.
  public let drag: Double
  /// The upward force in the same unit.
  public let lift: Double

  /// Forces at a time.
  public init(time: Double, drag: Double, lift: Double) {
    self.time = time
    self.drag = drag
    self.lift = lift
  }
}
