/// A lid that slides in the +x direction over a box at rest.
struct LidMotion: WallMotion {
  let speed: Double

  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double) {
    let lid = velocity.u.base + (grid.rows + 1) * grid.stride
    for i in 0...grid.columns { lid[i] = speed }
  }
}
