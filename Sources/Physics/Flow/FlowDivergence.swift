/// A simulation that blew up: a result of the run, not a mistake of the user.
public struct FlowDivergence: Error, Sendable, Equatable, CustomStringConvertible {
  /// The physical time at which it was noticed, in s.
  public let time: Double
  /// The Courant number of the last step that was taken: step times the largest |u|/dx + |v|/dy.
  public let courantNumber: Double

  /// A divergence at a time and a Courant number.
  public init(time: Double, courantNumber: Double) {
    self.time = time
    self.courantNumber = courantNumber
  }

  /// One sentence.
  public var description: String {
    "The simulation diverged at t = \(time) s with a Courant number of \(courantNumber)."
  }
}
