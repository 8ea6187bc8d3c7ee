/// One published centre-line profile of the steady lid-driven square cavity.
public struct CentreLineTable: Sendable, Equatable {
  /// Which velocity the profile gives.
  public enum Component: String, Sendable {
    /// u on the vertical line x = 1/2.
    case horizontal = "u"
    /// v on the horizontal line y = 1/2.
    case vertical = "v"
  }

  /// Lid speed times width over kinematic viscosity.
  public let reynoldsNumber: Int
  /// Which velocity.
  public let component: Component
  /// Positions on the line, as fractions of the side.
  public let coordinates: [Double]
  /// The velocity there, in lid speeds.
  public let values: [Double]
  /// Positions whose value is known to be corrupt or doubtful; they do not count.
  public let excluded: [Double]

  /// A profile from its points.
  public init(
    reynoldsNumber: Int, component: Component, coordinates: [Double], values: [Double],
    excluded: [Double]
  ) {
    self.reynoldsNumber = reynoldsNumber
    self.component = component
    self.coordinates = coordinates
    self.values = values
    self.excluded = excluded
  }

  /// The largest absolute difference between `flow` and the table, in lid speeds.
  public func largestDeviation(of flow: CavityFlow) -> Double {
    let ours =
      switch component {
      case .horizontal: flow.horizontalVelocity(atMidWidthHeights: coordinates)
      case .vertical: flow.verticalVelocity(atMidHeightPositions: coordinates)
      }
    return coordinates.indices
      .filter { !excluded.contains(coordinates[$0]) }
      .reduce(0) { max($0, abs(ours[$1] - values[$1])) }
  }
}
