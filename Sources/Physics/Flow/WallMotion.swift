/// What the walls do: the one thing in which closed flows on the same grid differ.
///
/// Walls are impermeable here; a wall value is the velocity along the wall.
protocol WallMotion: Sendable {
  /// Writes the wall values at `time` into the wall rows and columns of `velocity`.
  func impose(on velocity: StaggeredVelocity, of grid: StaggeredGrid, at time: Double)
}
