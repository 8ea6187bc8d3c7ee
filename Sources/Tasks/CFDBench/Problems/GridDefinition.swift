/// How the fields of a problem lie on the grid that models see.
struct GridDefinition: Sendable {
  /// Whether a column for the inlet and rows for the walls are added around the fields.
  let isPadded: Bool
  /// How many rows, from the bottom, of the added column hold the driving velocity, on a grid of so
  /// many rows.
  let inletRows: @Sendable (FlowParameters, FlowScoring, Int) -> Int
  /// Whether the cell of this row and column of a grid of so many rows and columns is solid.
  let isSolid: @Sendable (FlowParameters, FlowScoring, GridCell) -> Bool

  /// One cell of a square number of cells.
  struct GridCell {
    let row: Int
    let column: Int
    let size: Int
  }
}
