/// Where a case's grid is fluid, and the known values where it is not.
struct FlowBoundary: Sendable {
  /// 1 where there is fluid, 0 at the added cells and in solids; row-major.
  let mask: [Float]
  /// u, then v: the added inlet moves at the driving velocity, walls and solids are at rest; 0 in the
  /// fluid.
  let padding: [Float]
  /// How many cells are fluid.
  let fluidCells: Int

  /// The boundary of a case on `layout`.
  init(of parameters: FlowParameters, on layout: FlowLayout) {
    let grid = layout.problem.definition.grid
    var mask = [Float](repeating: 0, count: layout.cells)
    for row in 0..<layout.size {
      for column in 0..<layout.size {
        let cell = GridDefinition.GridCell(row: row, column: column, size: layout.size)
        if !grid.isSolid(parameters, layout.scoring, cell) {
          mask[layout.place(row: row, column: column)] = 1
        }
      }
    }
    var padding = [Float](repeating: 0, count: 2 * layout.cells)
    for row in 0..<grid.inletRows(parameters, layout.scoring, layout.size) {
      padding[layout.place(row: row, column: -1)] = Float(parameters.velocity)
    }
    self.mask = mask
    self.padding = padding
    fluidCells = mask.count { $0 > 0 }
  }

  /// Whether every cell is fluid.
  var isAllFluid: Bool { fluidCells == mask.count }

  /// Puts the known values back into `values`, which are whole fields of u, then v.
  func impose(on values: inout [Float]) {
    guard !isAllFluid else { return }
    let solid = mask.indices.filter { mask[$0] == 0 }
    for start in stride(from: 0, to: values.count, by: mask.count) {
      let known = (start / mask.count) % 2 * mask.count
      for cell in solid { values[start + cell] = padding[known + cell] }
    }
  }
}
