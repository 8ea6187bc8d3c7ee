import Networks

/// A network whose equation can be solved in double precision, with the parameters rounded as they are.
protocol PreciseNetwork: FieldNetwork {
  /// Solves for the samples of `graph`, whose inputs have been loaded and whose pass has been made, as one
  /// system in Double.
  /// - Returns: what the solve did
  func preciseSolve(in graph: SampleGraph) -> any RecordedSolve
}
