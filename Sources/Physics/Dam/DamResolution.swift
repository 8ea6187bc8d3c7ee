/// The internal grid of a dam: the cell size asked for, and the length of steps.
public struct DamResolution: Sendable, Codable, Equatable {
  /// The width that columns of cells should have, in m; edges of the barrier are faces, so that cells
  /// are a little wider or narrower.
  public let columnWidth: Double
  /// The height that rows of cells should have in the output window, in m; above, they grow.
  public let rowHeight: Double
  /// Step times the largest |u|/dx + |v|/dy; the water is bounded and conserved below 1/2.
  public let courantNumber: Double

  /// A grid from its cell size.
  public init(columnWidth: Double, rowHeight: Double, courantNumber: Double = 0.45) {
    self.columnWidth = columnWidth
    self.rowHeight = rowHeight
    self.courantNumber = courantNumber
  }

  /// Half the cells in each direction.
  public var coarser: DamResolution {
    DamResolution(
      columnWidth: 2 * columnWidth, rowHeight: 2 * rowHeight, courantNumber: courantNumber)
  }
}
