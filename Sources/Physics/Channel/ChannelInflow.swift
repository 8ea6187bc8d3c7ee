/// A channel between walls at rest with a given inflow on the left and an open end on the right.
struct ChannelInflow: WallMotion {
  /// The mean inlet velocity, in m/s.
  let velocity: Double
  let profile: InletProfile

  var rightEnd: RightEnd { .outlet }

  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double) {
    let y = grid.rowAxis.faces
    let height = grid.rowAxis.length
    for j in 1...grid.rows {
      let (start, end) = ((y[j - 1] - y[0]) / height, (y[j] - y[0]) / height)
      velocity.u.base[j * grid.stride] =
        self.velocity * profile.mean(from: start, to: end, time: time)
    }
  }
}
