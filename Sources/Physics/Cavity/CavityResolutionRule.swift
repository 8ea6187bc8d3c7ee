/// Chooses the internal grid that resolves a cavity, or says why the case is not generated.
///
/// Up to Re 5000 the bounds are measured: on each grid the 64 x 64 sampled velocity differs by less than 2 % in
/// relative L2 from that on a finer grid, in every one of 25 or more frames of the start-up. The
/// target's README has the table. Above, only the first moments are generated, on finer grids and to a
/// wider bound (`StartUpRule`).
public struct CavityResolutionRule: Sendable {
  /// What the rule decides for one case.
  public enum Decision: Sendable, Equatable {
    /// The case is resolved on this grid.
    case resolved(CavityResolution)
    /// The case is not generated, for this reason (a sentence).
    case unresolved(String)
  }

  /// A grid for a square cavity and the range in which it was found to resolve the flow.
  private struct Band {
    let largestReynoldsNumber: Double
    let cells: Int
    let stretching: Double
    /// The flattest cavity measured in this range, as height over width: a flat cavity at a high
    /// Reynolds number has many small vortices.
    let leastAspect: Double
  }

  private static let bands = [
    Band(largestReynoldsNumber: 200, cells: 48, stretching: 1.2, leastAspect: 0.2),
    Band(largestReynoldsNumber: 500, cells: 64, stretching: 1.2, leastAspect: 0.2),
    Band(largestReynoldsNumber: 1000, cells: 80, stretching: 1.2, leastAspect: 0.2),
    Band(largestReynoldsNumber: 1600, cells: 96, stretching: 1.2, leastAspect: 1.0 / 3),
    Band(largestReynoldsNumber: 3000, cells: 128, stretching: 1.2, leastAspect: 1.0 / 3),
    Band(largestReynoldsNumber: 5000, cells: 160, stretching: 1.4, leastAspect: 0.6),
  ]

  /// The most cells in one direction for which the rule was measured.
  private static let mostCells = 256
  /// Above this Reynolds number the flow is still unsteady at the end of the measured horizon.
  private static let settlingReynoldsNumber = 3000.0
  /// The longest measured run of a flow that does not settle, in convective times.
  private static let longestHorizon = 50.0

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: CavityCase, frameInterval: Double, frames: Int) -> Decision {
    let re = flow.reynoldsNumber
    // A Reynolds number computed from decimal inputs may exceed its bound by rounding alone.
    let found = CavityResolutionRule.bands.first { re <= $0.largestReynoldsNumber * (1 + 1e-9) }
    let horizon = frameInterval * Double(frames) / flow.convectiveTime
    guard let band = found else { return StartUpRule().decision(on: flow, horizon: horizon) }
    if re > CavityResolutionRule.settlingReynoldsNumber
      && horizon > CavityResolutionRule.longestHorizon * (1 + 1e-9)
    {
      return .unresolved(
        "At Re \(rounded(re)) the grid is verified for 50 convective times, not \(rounded(horizon))."
      )
    }
    return grid(band, aspect: flow.height / flow.width)
  }

  /// The band's grid for a cavity of this height over width.
  private func grid(_ band: Band, aspect: Double) -> Decision {
    if aspect < band.leastAspect * (1 - 1e-9) {
      let least = rounded(band.leastAspect)
      return .unresolved(
        "Height over width \(rounded(aspect)) is below \(least), the flattest cavity verified up to "
          + "Re \(rounded(band.largestReynoldsNumber)).")
    }
    // Under the lid of a tall cavity the cells must be as small as in a square one; a flat cavity
    // keeps the number of rows.
    let rows = Int((Double(band.cells) * max(aspect, 1) / 2).rounded(.up)) * 2
    guard rows <= CavityResolutionRule.mostCells else {
      return .unresolved(
        "Height over width \(rounded(aspect)) asks for \(rows) rows of cells; at most 256 are used."
      )
    }
    return .resolved(
      CavityResolution(columns: band.cells, rows: rows, stretching: band.stretching))
  }

  /// Three significant digits are enough for a sentence; whole numbers above 100.
  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}
