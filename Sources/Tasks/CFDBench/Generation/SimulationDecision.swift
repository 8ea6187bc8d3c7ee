/// Whether one of our solvers makes a case, and how.
enum SimulationDecision: Sendable {
  /// It does.
  case resolved(SimulationPlan)
  /// It does not, for this reason (a sentence).
  case unresolved(String)
}
