/// The grid of a dam, on which the edges of inlet, barrier and window are faces.
struct DamGrid {
  let columns: GridAxis
  let rows: GridAxis
  /// The barrier.
  let block: CellBlock
  /// The rows of cells of the inlet.
  let inletRows: Int

  /// How much higher than its lower neighbour a row above the window may be.
  private static let growth = 1.25
  /// The highest row, in widths of a column: flatter cells would slow the pressure solver down.
  private static let highest = 2.0

  init(_ flow: DamCase, resolution: DamResolution) {
    let start = DamCase.barrierPosition
    let x = [0, start, start + flow.barrierWidth, DamCase.length]
    let counts = zip(x, x.dropFirst()).map {
      DamGrid.count($1 - $0, cell: resolution.columnWidth)
    }
    let y = Set([0, DamCase.inletHeight, flow.barrierHeight, DamCase.windowHeight]).sorted()
    let heights = zip(y, y.dropFirst()).map { DamGrid.count($1 - $0, cell: resolution.rowHeight) }
    let lower = DamGrid.faces(at: y, counts: heights)
    columns = GridAxis(faces: DamGrid.faces(at: x, counts: counts))
    rows = GridAxis(
      faces: lower
        + DamGrid.upperFaces(
          above: lower, highest: DamGrid.highest * resolution.columnWidth))
    inletRows = lower.firstIndex(of: DamCase.inletHeight) ?? 1
    block = CellBlock(
      columns: (counts[0] + 1)...(counts[0] + counts[1]),
      rows: 1...(lower.firstIndex(of: flow.barrierHeight) ?? 1))
  }

  private static func count(_ length: Double, cell: Double) -> Int {
    max(Int((length / cell).rounded()), 1)
  }

  private static func faces(at marks: [Double], counts: [Int]) -> [Double] {
    var faces = [marks[0]]
    for (index, count) in counts.enumerated() {
      let (from, to) = (marks[index], marks[index + 1])
      faces += (1..<count).map { from + (to - from) * Double($0) / Double(count) } + [to]
    }
    return faces
  }

  /// Faces from the window to the ceiling, in rows that grow geometrically up to `highest`.
  private static func upperFaces(above lower: [Double], highest: Double) -> [Double] {
    let first = lower[lower.count - 1] - lower[lower.count - 2]
    let room = DamCase.height - DamCase.windowHeight
    var heights: [Double] = []
    var (sum, height) = (0.0, first)
    while sum < room {
      height = min(height * growth, max(highest, first))
      heights.append(height)
      sum += height
    }
    var position = DamCase.windowHeight
    return heights.dropLast().map {
      position += $0 * room / sum
      return position
    } + [DamCase.height]
  }
}
