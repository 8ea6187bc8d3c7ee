/// The internal grid of a two-phase flow and the length of its steps.
public struct TwoPhaseResolution: Sendable, Codable, Equatable {
  /// The number of cells in x.
  public let columns: Int
  /// The number of cells in y.
  public let rows: Int
  /// How strongly the rows gather at floor and ceiling: the tanh parameter of `GridAxis`.
  public let stretching: Double
  /// Step times the largest |u|/dx + |v|/dy; the water is bounded and conserved below 1/2.
  public let courantNumber: Double

  /// A grid from its numbers of cells.
  public init(columns: Int, rows: Int, stretching: Double = 0, courantNumber: Double = 0.45) {
    self.columns = columns
    self.rows = rows
    self.stretching = stretching
    self.courantNumber = courantNumber
  }

  /// Half the cells in each direction.
  public var coarser: TwoPhaseResolution {
    TwoPhaseResolution(
      columns: columns / 2, rows: rows / 2, stretching: stretching, courantNumber: courantNumber)
  }
}
