#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Chooses the internal grid of a dam, or says why the case is not generated.
///
/// The bounds are those of the cases that were compared with finer grids; docs/two-phase.md has the
/// table. The water's velocity is resolved to 2 to 21 %, that of the air above it is not.
public struct DamResolutionRule: Sendable {
  /// What the rule decides for one case.
  public enum Decision: Sendable, Equatable {
    /// The case is resolved on this grid.
    case resolved(DamResolution)
    /// The case is not generated, for this reason (a sentence).
    case unresolved(String)
  }

  private static let resolution = DamResolution(columnWidth: 0.0125, rowHeight: 0.01)
  private static let barrierHeights = 0.1...0.15
  private static let barrierWidths = 0.01...0.1
  private static let mostVelocity = 2.0
  private static let mostReynoldsNumber = 1e4
  /// The rows of cells that the water which spills over the barrier needs.
  private static let leastRows = 2.0
  /// The longest run, in s.
  private static let longestHorizon = 10.0
  /// Products of decimal inputs may exceed a bound by rounding alone.
  private static let slack = 1 + 1e-9

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: DamCase, frameInterval: Double, frames: Int) -> Decision {
    if let reason = objection(to: flow) { return .unresolved(reason) }
    let horizon = frameInterval * Double(frames)
    guard horizon <= Self.longestHorizon * Self.slack else {
      return .unresolved("The frames span \(rounded(horizon)) s; at most 10 s are generated.")
    }
    return .resolved(Self.resolution)
  }

  private func objection(to flow: DamCase) -> String? {
    if !contains(Self.barrierHeights, flow.barrierHeight) {
      return "A barrier \(rounded(flow.barrierHeight)) m high is outside 0.1 to 0.15 m."
    }
    if !contains(Self.barrierWidths, flow.barrierWidth) {
      return "A barrier \(rounded(flow.barrierWidth)) m wide is outside 0.01 to 0.1 m."
    }
    if flow.inletVelocity > Self.mostVelocity * Self.slack {
      return "An inflow at \(rounded(flow.inletVelocity)) m/s is above 2 m/s."
    }
    let depth = flow.overflowDepth
    if depth < Self.leastRows * Self.resolution.rowHeight {
      return
        "The water that spills over the barrier is \(rounded(depth)) m deep, less than two rows "
        + "of cells."
    }
    if flow.reynoldsNumber > Self.mostReynoldsNumber * Self.slack {
      return
        "Re \(rounded(flow.reynoldsNumber)) is above 10000, the highest compared with finer grids."
    }
    return nil
  }

  private func contains(_ range: ClosedRange<Double>, _ value: Double) -> Bool {
    range ~= value * Self.slack || range ~= value / Self.slack
  }

  private func rounded(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String((value * 1000).rounded() / 1000)
  }
}
