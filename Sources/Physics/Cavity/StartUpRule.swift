/// Grids for the first moments of cavities above Re 5000, before the layers that leave the walls roll
/// up into vortices that no affordable grid follows.
///
/// Measured like the bands of `CavityResolutionRule`, but to a wider bound: up to 3.3 % of the sampled
/// velocity in relative L2 against a grid with 1.25 or 1.33 times the cells, which a second-order
/// method turns into an error of up to about 9 %. The target's README has the table.
struct StartUpRule {
  /// A grid, the highest Reynolds number and the longest time (in convective times) it is good for.
  private struct Band {
    let largestReynoldsNumber: Double
    let longestHorizon: Double
    let cells: Int
    let stretching: Double
  }

  private static let bands = [
    Band(largestReynoldsNumber: 10000, longestHorizon: 7, cells: 192, stretching: 1.6),
    Band(largestReynoldsNumber: 20000, longestHorizon: 3.5, cells: 256, stretching: 1.8),
    Band(largestReynoldsNumber: 30000, longestHorizon: 2.5, cells: 256, stretching: 1.8),
  ]

  /// Height over width: between these a start-up differs little from that of a square, because it
  /// does not reach the far walls.
  private static let aspects = 1.0 / 3...2.0

  func decision(on flow: CavityCase, horizon: Double) -> CavityResolutionRule.Decision {
    let re = flow.reynoldsNumber
    // Numbers computed from decimal inputs may exceed a bound by rounding alone.
    let slack = 1 + 1e-9
    guard let band = Self.bands.first(where: { re <= $0.largestReynoldsNumber * slack }) else {
      return .unresolved("Re \(rounded(re)) is above 30000, the highest with a verified start-up.")
    }
    guard horizon <= band.longestHorizon * slack else {
      return .unresolved(
        "At Re \(rounded(re)) the start-up is verified for \(rounded(band.longestHorizon)) "
          + "convective times, not \(rounded(horizon)).")
    }
    let aspect = flow.height / flow.width
    guard aspect >= Self.aspects.lowerBound / slack, aspect <= Self.aspects.upperBound * slack
    else {
      return .unresolved(
        "Height over width \(rounded(aspect)) is outside 0.33 to 2, the cavities whose start-up is "
          + "taken above Re 5000.")
    }
    let rows = Int((Double(band.cells) * max(aspect, 1) / 2).rounded(.up)) * 2
    return .resolved(
      CavityResolution(columns: band.cells, rows: rows, stretching: band.stretching))
  }

  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}
