extension CavityFlow {
  /// The velocity at the cell centres of a uniform `rows` x `columns` grid over the cavity.
  ///
  /// Cubic interpolation from the staggered grid and the walls; no smoothing.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    let x = (0..<columns).map { (Double($0) + 0.5) / Double(columns) * flow.width }
    let y = (0..<rows).map { (Double($0) + 0.5) / Double(rows) * flow.height }
    let (u, v) = velocity(x: x, y: y)
    return SampledVelocity(u: u.map { Float($0) }, v: v.map { Float($0) })
  }

  /// The horizontal velocity, in lid speeds, on the vertical line through the middle at `heights`,
  /// which are fractions of the cavity's height, walls included.
  public func horizontalVelocity(atMidWidthHeights heights: [Double]) -> [Double] {
    velocity(x: [0.5 * flow.width], y: heights.map { $0 * flow.height }).u
      .map { $0 / flow.lidVelocity }
  }

  /// The vertical velocity, in lid speeds, on the horizontal line through the middle at `positions`,
  /// which are fractions of the cavity's width, walls included.
  public func verticalVelocity(atMidHeightPositions positions: [Double]) -> [Double] {
    velocity(x: positions.map { $0 * flow.width }, y: [0.5 * flow.height]).v
      .map { $0 / flow.lidVelocity }
  }

  /// Both components at all pairs of `x` and `y` (metres), rows of `x.count`.
  private func velocity(x: [Double], y: [Double]) -> (u: [Double], v: [Double]) {
    (
      PlaneInterpolation.horizontal(grid, x: x, y: y).values(of: velocity.u, stride: grid.stride),
      PlaneInterpolation.vertical(grid, x: x, y: y).values(of: velocity.v, stride: grid.stride)
    )
  }
}
