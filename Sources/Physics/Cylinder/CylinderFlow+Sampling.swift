extension CylinderFlow {
  /// The velocity at the cell centres of a uniform `rows` x `columns` grid over the whole channel, in
  /// m/s; 0 where the centre lies in the cylinder.
  ///
  /// Cubic interpolation from the staggered grid and the walls; no smoothing.
  public func sampled(rows: Int, columns: Int) -> SampledVelocity {
    let width = flow.upstream + flow.downstream
    let x = (0..<columns).map { (Double($0) + 0.5) / Double(columns) * width - flow.upstream }
    let y = (0..<rows).map { (Double($0) + 0.5) / Double(rows) * flow.height - flow.below }
    let outline = CircleOutline(radius: 0.5 * flow.diameter)
    let isFluid = y.flatMap { y in x.map { !outline.contains($0, y) } }
    let u = PlaneInterpolation.horizontal(grid, x: x, y: y)
      .values(of: velocity.u, stride: grid.stride)
    let v = PlaneInterpolation.vertical(grid, x: x, y: y)
      .values(of: velocity.v, stride: grid.stride)
    return SampledVelocity(
      u: zip(u, isFluid).map { $1 ? Float($0) : 0 },
      v: zip(v, isFluid).map { $1 ? Float($0) : 0 })
  }
}
