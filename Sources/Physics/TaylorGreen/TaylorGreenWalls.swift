#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The walls of the box [0, pi]^2 that slide with the decaying Taylor-Green vortex.
struct TaylorGreenWalls: WallMotion {
  let kinematicViscosity: Double

  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double) {
    let decay = exp(-2 * kinematicViscosity * time)
    let (nx, ny, s) = (grid.columns, grid.rows, grid.stride)
    for (i, x) in grid.columnAxis.faces.enumerated() {
      velocity.u.base[i] = decay * sin(x)
      velocity.u.base[(ny + 1) * s + i] = -decay * sin(x)
    }
    for (j, y) in grid.rowAxis.faces.enumerated() {
      velocity.v.base[j * s] = -decay * sin(y)
      velocity.v.base[j * s + nx + 1] = decay * sin(y)
    }
  }
}
