/// Chooses the internal grid of a tube, or says why the case is not generated.
///
/// The bounds are those of the cases that were compared with finer grids; docs/two-phase.md has the
/// table.
public struct TubeResolutionRule: Sendable {
  /// What the rule decides for one case.
  public enum Decision: Sendable, Equatable {
    /// The case is resolved on this grid.
    case resolved(TwoPhaseResolution)
    /// The case is not generated, for this reason (a sentence).
    case unresolved(String)
  }

  /// Columns of cells for each tube diameter of length; the limits keep short tubes resolved and long
  /// ones cheap.
  private static let columnsPerDiameter = 12.8
  private static let columns = 64...160
  private static let rows = 32
  private static let stretching = 1.0
  /// Length over diameter of the tubes that were compared.
  private static let aspects = 0.2...20.0
  private static let mostReynoldsNumber = 1e4
  /// The longest run, in filling times.
  private static let longestHorizon = 10.0
  /// Products of decimal inputs may exceed a bound by rounding alone.
  private static let slack = 1 + 1e-9

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: TubeCase, frameInterval: Double, frames: Int) -> Decision {
    let aspect = flow.length / flow.diameter
    guard Self.aspects ~= aspect * Self.slack || Self.aspects ~= aspect / Self.slack else {
      return .unresolved(
        "Length over diameter \(rounded(aspect)) is outside 0.2 to 20, the tubes compared with "
          + "finer grids.")
    }
    guard flow.reynoldsNumber <= Self.mostReynoldsNumber * Self.slack else {
      return .unresolved(
        "Re \(rounded(flow.reynoldsNumber)) is above 10000, the highest compared with finer grids.")
    }
    let horizon = frameInterval * Double(frames) / flow.fillingTime
    guard horizon <= Self.longestHorizon * Self.slack else {
      return .unresolved(
        "The frames span \(rounded(horizon)) filling times; at most 10 are generated.")
    }
    let wanted = 8 * Int((Self.columnsPerDiameter * aspect / 8).rounded())
    let columns = min(max(wanted, Self.columns.lowerBound), Self.columns.upperBound)
    return .resolved(
      TwoPhaseResolution(columns: columns, rows: Self.rows, stretching: Self.stretching))
  }

  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 100).rounded() / 100)
  }
}
