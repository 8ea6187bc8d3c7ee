/// A velocity at the cell centres of a uniform output grid, in m/s.
public struct SampledVelocity: Sendable, Equatable {
  /// The horizontal component, row-major, row 0 at the bottom.
  public let u: [Float]
  /// The vertical component, row-major, row 0 at the bottom.
  public let v: [Float]
}
