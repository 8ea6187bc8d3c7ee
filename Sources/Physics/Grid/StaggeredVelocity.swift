/// Both velocity components on the faces of a grid, with their values on the walls.
///
/// u[j * stride + i] lies on vertical face i = 0...nx of row j = 1...ny, rows 0 and ny + 1 on the
/// walls; v[j * stride + i] on horizontal face j = 0...ny of column i = 1...nx, columns 0 and
/// nx + 1 on the walls. It is a class because the kernels need its memory to stay in place.
final class StaggeredVelocity {
  let u: NumberBuffer
  let v: NumberBuffer

  init(on grid: StaggeredGrid) {
    u = NumberBuffer(count: grid.componentCount)
    v = NumberBuffer(count: grid.componentCount)
  }

  func copy(from other: StaggeredVelocity) {
    u.copy(from: other.u)
    v.copy(from: other.v)
  }
}
