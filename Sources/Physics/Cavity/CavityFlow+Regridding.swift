extension CavityFlow {
  /// The same flow on another grid, with its clock at 0: velocities by cubic interpolation, then made
  /// free of divergence; the pressure follows within the first steps.
  ///
  /// A steady flow is reached on a fine grid much sooner from the steady flow of a coarse one than
  /// from rest.
  public func regridded(to resolution: CavityResolution) -> CavityFlow {
    let finer = CavityFlow(flow, resolution: resolution)
    let (target, fine) = (finer.velocity, finer.grid)
    let horizontal = PlaneInterpolation.horizontal(
      grid, x: fine.columnAxis.faces, y: fine.rowAxis.centres
    ).values(of: velocity.u, stride: grid.stride)
    for j in 0..<fine.rows {
      for i in 1..<fine.columns {
        target.u.base[(j + 1) * fine.stride + i] = horizontal[j * (fine.columns + 1) + i]
      }
    }
    let vertical = PlaneInterpolation.vertical(
      grid, x: fine.columnAxis.centres, y: fine.rowAxis.faces
    ).values(of: velocity.v, stride: grid.stride)
    for j in 1..<fine.rows {
      for i in 0..<fine.columns {
        target.v.base[j * fine.stride + i + 1] = vertical[j * fine.columns + i]
      }
    }
    // The projection is a matter of the velocity alone; the pressure that it adds belongs to a step.
    finer.projection.project(target, step: 1, implicitViscosity: 0)
    finer.projection.pressure.base.update(repeating: 0, count: fine.cellCount)
    return finer
  }
}
