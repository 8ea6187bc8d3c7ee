/// What a simulated flow should conserve, and by how much it did not.
public struct ConservationLedger: Sendable, Codable, Equatable {
  /// The largest |div u| over all cells at the present time, times the flow's length over its speed.
  public let largestDivergence: Double
  /// |change of the liquid's volume - net inflow through the boundary| since time 0, over the
  /// largest liquid volume held so far; 0 for a flow of one fluid.
  public let relativeVolumeError: Double

  /// A ledger; the volume error is left out for a flow of one fluid.
  public init(largestDivergence: Double, relativeVolumeError: Double = 0) {
    self.largestDivergence = largestDivergence
    self.relativeVolumeError = relativeVolumeError
  }
}
