/// Tubes by our own solver.
enum TubeSimulation {
  /// What the solver's own rule says.
  @Sendable static func decision(
    on parameters: FlowParameters, frameInterval: Double, frames: Int
  ) -> SimulationDecision {
    .unresolved("The solver of this problem is not built.")
  }
}
