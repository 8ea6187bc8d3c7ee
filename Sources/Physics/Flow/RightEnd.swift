/// What bounds the flow at the last column.
enum RightEnd: Sendable {
  /// A wall.
  case wall
  /// An open end: no change of the velocity along x, pressure 0 on the last face.
  case outlet
}
