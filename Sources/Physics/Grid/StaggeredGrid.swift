import CKernels

/// A tensor-product grid with pressure at cell centres and velocities on cell faces (Harlow & Welch
/// 1965), and the metrics that its kernels read. It is a class because it pins those metrics.
final class StaggeredGrid {
  let columnAxis: GridAxis
  let rowAxis: GridAxis
  /// The kernels' view of the metrics, valid as long as this object lives.
  private(set) var metrics: flow_grid
  private let memory: [NumberBuffer]

  init(columns: GridAxis, rows: GridAxis) {
    columnAxis = columns
    rowAxis = rows
    let column = AxisMetrics(columns)
    let row = AxisMetrics(rows)
    memory = column.buffers + row.buffers
    metrics = flow_grid(
      columns: columns.cells, rows: rows.cells, stride: StaggeredGrid.stride(columns.cells),
      column_width: UnsafePointer(column.width.base), row_height: UnsafePointer(row.width.base),
      inverse_column_width: UnsafePointer(column.inverseWidth.base),
      inverse_row_height: UnsafePointer(row.inverseWidth.base),
      column_gap: UnsafePointer(column.inverseGap.base),
      row_gap: UnsafePointer(row.inverseGap.base),
      column_before: UnsafePointer(column.before.base),
      column_after: UnsafePointer(column.after.base),
      row_before: UnsafePointer(row.before.base), row_after: UnsafePointer(row.after.base))
  }

  var columns: Int { columnAxis.cells }
  var rows: Int { rowAxis.cells }
  /// The distance in memory between rows of a velocity component.
  var stride: Int { metrics.stride }
  /// The length of the block that holds one velocity component with its walls.
  var componentCount: Int { (rows + 2) * stride }
  /// The number of cells.
  var cellCount: Int { columns * rows }

  /// The smallest w with 1/w^2 the sum of the inverse squared smallest widths.
  var diffusiveWidth: Double {
    let dx = columnAxis.widths.min() ?? 0
    let dy = rowAxis.widths.min() ?? 0
    return 1 / (1 / (dx * dx) + 1 / (dy * dy)).squareRoot()
  }

  /// Calls `body` with the metrics where the kernels can read them.
  func withMetrics<Result>(_ body: (UnsafePointer<flow_grid>) -> Result) -> Result {
    withUnsafePointer(to: metrics, body)
  }

  // A row holds nx + 2 numbers; the odd number of cache lines keeps neighbouring rows of
  // power-of-two grids out of the same cache set.
  private static func stride(_ columns: Int) -> Int {
    let lines = (columns + 2 + 7) / 8
    return 8 * (lines % 2 == 0 ? lines + 1 : lines)
  }
}
