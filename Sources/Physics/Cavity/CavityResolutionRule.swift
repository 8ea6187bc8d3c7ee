/// Chooses the internal grid that resolves a cavity, or says why the case is not generated.
public struct CavityResolutionRule: Sendable {
  /// What the rule decides for one case.
  public enum Decision: Sendable, Equatable {
    /// The case is resolved on this grid.
    case resolved(CavityResolution)
    /// The case is not generated, for this reason (a sentence).
    case unresolved(String)
  }

  /// The rule with its measured bounds.
  public init() {}

  /// The decision for `flow`, of which `frames` frames are wanted `frameInterval` seconds apart.
  public func decision(on flow: CavityCase, frameInterval: Double, frames: Int) -> Decision {
    .resolved(CavityResolution(columns: 64, rows: 64, stretching: 0))
  }
}
