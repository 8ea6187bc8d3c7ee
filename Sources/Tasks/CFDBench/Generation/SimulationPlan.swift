import Physics

/// How a case is simulated.
struct SimulationPlan: Sendable {
  /// A flow at time 0 and the grid that it lives on.
  struct Start: Sendable {
    let grid: Grid
    let flow: @Sendable () -> any TransientFlow
  }

  /// An internal grid, for the record.
  struct Grid: Sendable, Codable, Equatable {
    let columns: Int
    let rows: Int
    /// What else there is to say of it, as in `tanh stretching 1.2 towards the walls`.
    let note: String
  }

  /// What simulates, as in `Assay Physics, CavityFlow`.
  let generator: String
  /// Reynolds numbers by what they are of, as in `lid`.
  let reynoldsNumbers: [String: Double]
  /// Expected seconds on one core.
  let expectedSeconds: Double
  /// The run that becomes the data.
  let start: Start
  /// The same flow on a coarser grid, for the estimate of the error; nil when the solver has none.
  let coarser: Start?
  /// (h' / h)^p − 1 with h' the coarser grid's cells, h the finer's and p the order of the method: what
  /// the difference between the two runs is divided by to estimate the error on the finer grid
  /// (Richardson). 3 for cells twice as large and second order.
  let errorRatio: Double
}
