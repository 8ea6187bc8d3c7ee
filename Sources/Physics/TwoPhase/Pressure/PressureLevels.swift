import CKernels

/// The hierarchy of grids of a symmetric multigrid cycle for div(1/density grad p).
///
/// Cells are joined in pairs, along the direction of the smaller width first, so that stretched cells
/// become square; links of joined cells add up, values are copied to the parts (Wesseling 1988, J.
/// Comput. Phys. 79, 85: cell-centred multigrid). Jumps of density and solid cells need nothing
/// special. One cycle is a good preconditioner, not a good solver.
final class PressureLevels {
  private let levels: UnsafeMutablePointer<flow_level>
  private let count: Int
  private let memory: [NumberBuffer]

  /// The hierarchy over `grid`, whose finest links are `east` and `north`.
  init(_ grid: StaggeredGrid, east: NumberBuffer, north: NumberBuffer) {
    let shapes = PressureLevels.shapes(of: grid)
    count = shapes.count
    levels = .allocate(capacity: count)
    var memory: [NumberBuffer] = [east, north]
    for (index, shape) in shapes.enumerated() {
      let stride = index == 0 ? grid.stride : shape.columns + 2
      let size = (shape.rows + 2) * stride
      let blocks = (0..<6).map { part in
        index == 0 && part < 2 ? [east, north][part] : NumberBuffer(count: size)
      }
      memory += blocks
      let bases = blocks.map { $0.base }
      levels.advanced(by: index).initialize(
        to: flow_level(
          columns: shape.columns, rows: shape.rows, stride: stride,
          pairs_x: shape.pairsX ? 1 : 0, pairs_y: shape.pairsY ? 1 : 0, east: bases[0],
          north: bases[1], inverse: bases[2], x: bases[3], b: bases[4], r: bases[5]))
    }
    self.memory = memory
  }

  deinit { levels.deallocate() }

  /// Reads the finest links and fills the coarser ones.
  func prepare() { flow_levels_prepare(levels, count) }

  /// One cycle from zero: z near the solution of A z = r.
  func improve(_ r: UnsafePointer<Double>, into z: UnsafeMutablePointer<Double>) {
    flow_levels_cycle(levels, count, r, z)
  }

  private struct Shape {
    let columns: Int
    let rows: Int
    let pairsX: Bool
    let pairsY: Bool
  }

  /// The most stretched cell that counts as square.
  private static let roughlySquare = 1.5

  private static func shapes(of grid: StaggeredGrid) -> [Shape] {
    var (columns, rows) = (grid.columns, grid.rows)
    var width = grid.columnAxis.length / Double(columns)
    var height = grid.rowAxis.length / Double(rows)
    var shapes: [Shape] = []
    while columns > 2 || rows > 2 {
      let joinsX = columns > 2 && (width <= roughlySquare * height || rows <= 2)
      let joinsY = rows > 2 && (height <= roughlySquare * width || columns <= 2)
      shapes.append(Shape(columns: columns, rows: rows, pairsX: joinsX, pairsY: joinsY))
      if joinsX { (columns, width) = ((columns + 1) / 2, 2 * width) }
      if joinsY { (rows, height) = ((rows + 1) / 2, 2 * height) }
    }
    shapes.append(Shape(columns: columns, rows: rows, pairsX: false, pairsY: false))
    return shapes
  }
}
