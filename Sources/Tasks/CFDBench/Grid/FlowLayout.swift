import Tensors

/// The grid of a problem's fields as models see them: for all problems but the cavity with a column for
/// the inlet on the left, and rows for the walls below and above (src/dataset/{tube,dam,cylinder}.py).
struct FlowLayout: Sendable {
  let problem: FlowProblem
  let scoring: FlowScoring
  /// Cells of the data along each side.
  let size: Int

  /// Rows of the grid.
  var rows: Int { size + 2 * rowPadding }
  /// Columns of the grid.
  var columns: Int { size + columnPadding }
  /// Cells of the grid.
  var cells: Int { rows * columns }

  /// Rows added below, and as many above.
  var rowPadding: Int { problem.definition.grid.isPadded ? 1 : 0 }
  /// Columns added on the left.
  var columnPadding: Int { problem.definition.grid.isPadded ? 1 : 0 }

  /// The place in the grid of the data's cell at `row` and `column`.
  func place(row: Int, column: Int) -> Int {
    (row + rowPadding) * columns + column + columnPadding
  }

  /// The case on this grid.
  func trajectory(of series: FlowSeries) -> FlowTrajectory {
    let boundary = FlowBoundary(of: series.parameters, on: self)
    return FlowTrajectory(
      sweep: series.sweep, number: series.number, path: series.path,
      parameters: series.parameters, velocity: laidOut(series.velocity, within: boundary),
      boundary: boundary)
  }

  private func laidOut(_ velocity: Tensor, within boundary: FlowBoundary) -> Tensor {
    guard problem.definition.grid.isPadded else { return velocity }
    let planes = velocity.shape[0] * 2
    var values: [Float] = []
    values.reserveCapacity(planes * cells)
    for plane in 0..<planes {
      var field = boundary.padding[(plane % 2) * cells..<(plane % 2 + 1) * cells]
      let start = field.startIndex
      for row in 0..<size {
        let source = (plane * size + row) * size
        let target = start + place(row: row, column: 0)
        field.replaceSubrange(
          target..<target + size, with: velocity.values[source..<source + size])
      }
      values.append(contentsOf: field)
    }
    var tensor = Tensor(shape: [velocity.shape[0], 2, rows, columns], values: values)
    if scoring == .corrected { boundary.impose(on: &tensor.values) }
    return tensor
  }

  /// The cells of the data alone of a `field` of this grid.
  func window(_ field: [Float]) -> [Float] {
    guard problem.definition.grid.isPadded else { return field }
    return (0..<size).flatMap { row in
      let start = place(row: row, column: 0)
      return field[start..<start + size]
    }
  }
}
