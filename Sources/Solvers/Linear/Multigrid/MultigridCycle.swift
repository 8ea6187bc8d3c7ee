/// How often a coarser grid is visited.
public enum MultigridCycle: Sendable {
  /// Once.
  case v
  /// Twice on every grid.
  case w
  /// Once by an F and once by a V cycle.
  case f
}
