/// Chooses the internal grid that resolves a flow past a cylinder, or says why the case is not
/// generated.
///
/// The bounds are measured: on each grid the 64 x 64 sampled velocity differs by a few percent in
/// relative L2 from that on a grid with twice the cells in each direction, in every frame of the
/// start-up. The target's README has the table.
public struct CylinderResolutionRule: Sendable {
  /// What the rule decides for one case.
  public enum Decision: Sendable, Equatable {
    /// The case is resolved on this grid.
    case resolved(CylinderResolution)
    /// The case is not generated, for this reason (a sentence).
    case unresolved(String)
  }

  /// A grid and the range in which it was found to resolve the flow.
  private struct Band {
    let largestReynoldsNumber: Double
    let cellsPerDiameter: Double
    let growth: Double
    let wakeGrowth: Double
  }

  private static let bands = [
    Band(largestReynoldsNumber: 100, cellsPerDiameter: 16, growth: 1.06, wakeGrowth: 1.04),
    Band(largestReynoldsNumber: 200, cellsPerDiameter: 20, growth: 1.06, wakeGrowth: 1.04),
    Band(largestReynoldsNumber: 500, cellsPerDiameter: 32, growth: 1.05, wakeGrowth: 1.03),
    Band(largestReynoldsNumber: 1000, cellsPerDiameter: 40, growth: 1.04, wakeGrowth: 1.025),
  ]

  /// The longest measured run, in diameters over inlet velocity.
  private static let longestHorizon = 25.0

  /// The narrowest measured gap between the cylinder and a wall or an end, in diameters.
  private static let leastGap = 0.5
  /// The most cells that are used.
  private static let mostCells = 200_000

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: CylinderCase, frameInterval: Double, frames: Int) -> Decision {
    let re = flow.reynoldsNumber
    // Numbers computed from decimal inputs may exceed a bound by rounding alone.
    let slack = 1 + 1e-9
    guard let band = Self.bands.first(where: { re <= $0.largestReynoldsNumber * slack }) else {
      return .unresolved("Re \(rounded(re)) is above 1000, the highest verified.")
    }
    let horizon = frameInterval * Double(frames) / flow.convectiveTime
    guard horizon <= Self.longestHorizon * slack else {
      return .unresolved(
        "At Re \(rounded(re)) the grid is verified for \(rounded(Self.longestHorizon)) diameters "
          + "over inlet velocity, not \(rounded(horizon)).")
    }
    let nearest = min(flow.upstream, flow.downstream, flow.below, flow.above)
    let gap = nearest / flow.diameter - 0.5
    guard gap * slack >= Self.leastGap else {
      return .unresolved(
        "The gap beside the cylinder, \(rounded(gap)) diameters, is below \(Self.leastGap), the "
          + "narrowest verified.")
    }
    return grid(band, for: flow)
  }

  private func grid(_ band: Band, for flow: CylinderCase) -> Decision {
    let resolution = CylinderResolution(
      cellsPerDiameter: band.cellsPerDiameter, growth: band.growth,
      wakeGrowth: band.wakeGrowth)
    let cells = resolution.cells(for: flow)
    guard cells <= Self.mostCells else {
      return .unresolved("The channel asks for \(cells) cells; at most \(Self.mostCells) are used.")
    }
    return .resolved(resolution)
  }

  /// Two decimals are enough for a sentence; whole numbers above 100.
  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}
