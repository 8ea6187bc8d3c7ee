/// What happens at the ends of the grid: the one thing in which flows on the same grid differ.
///
/// A wall value is the velocity along the wall; an inlet also sets the velocity through it.
protocol WallMotion: Sendable {
  /// Writes the wall values at `time` into the wall rows and columns of `velocity`.
  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double)
  /// What bounds the flow at the last column.
  var rightEnd: RightEnd { get }
}

extension WallMotion {
  /// A wall, unless said otherwise.
  var rightEnd: RightEnd { .wall }
}
