/// Chooses the internal grid that resolves a flow past a cylinder, or says why the case is not
/// generated.
///
/// The bounds are measured: on each grid the 64 x 64 sampled velocity differs by a few percent in
/// relative L2 from that on a finer grid, in every frame of the start-up. The target's README has the
/// table. In a symmetric channel the wake stays symmetric that long; in an unsymmetric one it begins
/// to shed, and the moment at which it does asks for a finer grid.
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
    let resolution: CylinderResolution
    /// The longest measured run, in diameters over inlet velocity.
    var longestHorizon = 25.0
  }

  private static let symmetricBands = [
    Band(
      largestReynoldsNumber: 100,
      resolution: CylinderResolution(cellsPerDiameter: 16, growth: 1.06, wakeGrowth: 1.04)),
    Band(
      largestReynoldsNumber: 200,
      resolution: CylinderResolution(cellsPerDiameter: 20, growth: 1.06, wakeGrowth: 1.04)),
    Band(
      largestReynoldsNumber: 500,
      resolution: CylinderResolution(cellsPerDiameter: 32, growth: 1.05, wakeGrowth: 1.03)),
    Band(
      largestReynoldsNumber: 1000,
      resolution: CylinderResolution(
        cellsPerDiameter: 40, growth: 1.03, wakeGrowth: 1.012, largestWidth: 0.12),
      longestHorizon: 20),
  ]

  private static let unsymmetricBands = [
    Band(
      largestReynoldsNumber: 200,
      resolution: CylinderResolution(
        cellsPerDiameter: 48, growth: 1.03, wakeGrowth: 1.025, margin: 1.2))
  ]

  /// The largest measured ratio of diameter to channel height.
  private static let largestBlockage = 0.25
  /// The blockage of the flows for which the bands were measured. Where it is larger, the flow beside
  /// the cylinder is faster and the grid is refined in proportion.
  private static let measuredBlockage = 1.0 / 6
  /// The narrowest measured gap between the cylinder and a wall or an end, in diameters.
  private static let leastGap = 0.5
  /// A wall nearer to the axis than so many diameters was followed for a shorter time only.
  private static let nearWall = 2.0
  /// That time, in diameters over inlet velocity.
  private static let longestNarrowHorizon = 10.0
  /// The most cells that are used.
  private static let mostCells = 150_000

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: CylinderCase, frameInterval: Double, frames: Int) -> Decision {
    let re = flow.reynoldsNumber
    // Numbers computed from decimal inputs may exceed a bound by rounding alone.
    let slack = 1 + 1e-9
    let isSymmetric = abs(flow.below - flow.above) < 1e-6 * flow.diameter
    let bands = isSymmetric ? Self.symmetricBands : Self.unsymmetricBands
    guard let band = bands.first(where: { re <= $0.largestReynoldsNumber * slack }) else {
      let highest = rounded(bands[bands.count - 1].largestReynoldsNumber)
      let kind = isSymmetric ? "a symmetric" : "an unsymmetric"
      return .unresolved(
        "Re \(rounded(re)) is above \(highest), the highest verified in \(kind) channel.")
    }
    if let refused = refusal(of: flow, slack: slack) { return refused }
    let horizon = frameInterval * Double(frames) / flow.convectiveTime
    let isNarrow = !isSymmetric && min(flow.below, flow.above) < Self.nearWall * flow.diameter
    let longest = isNarrow ? Self.longestNarrowHorizon : band.longestHorizon
    guard horizon <= longest * slack else {
      return .unresolved(
        "At Re \(rounded(re)) the grid is verified for \(rounded(longest)) diameters over inlet "
          + "velocity, not \(rounded(horizon)).")
    }
    return grid(band.resolution, for: flow)
  }

  /// Why the geometry of `flow` is outside what was measured; nil when it is inside.
  private func refusal(of flow: CylinderCase, slack: Double) -> Decision? {
    let nearest = min(flow.upstream, flow.downstream, flow.below, flow.above)
    let gap = nearest / flow.diameter - 0.5
    if gap * slack < Self.leastGap {
      return .unresolved(
        "The gap beside the cylinder, \(rounded(gap)) diameters, is below \(Self.leastGap), the "
          + "narrowest verified.")
    }
    let blockage = flow.diameter / flow.height
    if blockage > Self.largestBlockage * slack {
      return .unresolved(
        "The cylinder takes \(rounded(blockage)) of the channel's height, more than 0.25, the most "
          + "verified.")
    }
    return nil
  }

  private func grid(_ measured: CylinderResolution, for flow: CylinderCase) -> Decision {
    var resolution = measured
    let speedUp = (1 - Self.measuredBlockage) / (1 - flow.diameter / flow.height)
    resolution.cellsPerDiameter *= max(speedUp, 1)
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
