/// The internal grid of a flow past a cylinder: squares about the cylinder, growing cells elsewhere.
public struct CylinderResolution: Sendable, Codable, Equatable {
  /// The number of cells along a diameter.
  public var cellsPerDiameter: Double
  /// The ratio of neighbouring widths before and beside the uniform zone.
  public var growth: Double
  /// The ratio of neighbouring widths behind the uniform zone.
  public var wakeGrowth: Double
  /// The largest width, in diameters.
  public var largestWidth: Double
  /// How far the uniform zone reaches behind the axis, in diameters.
  public var wake: Double
  /// How far the uniform zone reaches before and beside the axis, in diameters.
  public var margin: Double

  /// A grid from its numbers.
  public init(
    cellsPerDiameter: Double, growth: Double = 1.06, wakeGrowth: Double = 1.03,
    largestWidth: Double = 0.25,
    wake: Double = 1.2, margin: Double = 0.8
  ) {
    self.cellsPerDiameter = cellsPerDiameter
    self.growth = growth
    self.wakeGrowth = wakeGrowth
    self.largestWidth = largestWidth
    self.wake = wake
    self.margin = margin
  }

  /// The same grid with about half as many cells.
  public var coarser: CylinderResolution {
    var twin = self
    twin.cellsPerDiameter = cellsPerDiameter / 2.0.squareRoot()
    twin.growth = 1 + (growth - 1) * 2.0.squareRoot()
    twin.wakeGrowth = 1 + (wakeGrowth - 1) * 2.0.squareRoot()
    twin.largestWidth = largestWidth * 2.0.squareRoot()
    return twin
  }

  /// The cells along and across the channel of the grid for `flow`.
  public func gridSize(for flow: CylinderCase) -> (columns: Int, rows: Int) {
    let axes = axes(for: flow)
    return (axes.columns.cells, axes.rows.cells)
  }

  /// The number of cells of the grid for `flow`.
  func cells(for flow: CylinderCase) -> Int {
    let size = gridSize(for: flow)
    return size.columns * size.rows
  }

  func grid(for flow: CylinderCase) -> StaggeredGrid {
    let axes = axes(for: flow)
    return StaggeredGrid(columns: axes.columns, rows: axes.rows)
  }

  private func axes(for flow: CylinderCase) -> (columns: GridAxis, rows: GridAxis) {
    let d = flow.diameter
    let along = GridAxis.Refinement(
      width: d / cellsPerDiameter, zone: (before: margin * d, after: wake * d),
      growth: (before: growth, after: wakeGrowth), largest: largestWidth * d)
    var across = along
    across.zone.after = margin * d
    across.growth.after = growth
    return (
      columns: GridAxis(from: -flow.upstream, to: flow.downstream, refinement: along),
      rows: GridAxis(from: -flow.below, to: flow.above, refinement: across)
    )
  }
}
