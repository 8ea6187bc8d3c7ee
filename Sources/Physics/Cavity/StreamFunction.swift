/// The stream function at the corners of the cells: zero on the walls, u = d psi / dy.
struct StreamFunction {
  private let grid: StaggeredGrid
  /// (nx + 1) values a row, ny + 1 rows, in m^2/s.
  private let values: [Double]

  init(_ velocity: StaggeredVelocity, on grid: StaggeredGrid) {
    self.grid = grid
    let width = grid.columns + 1
    var values = [Double](repeating: 0, count: width * (grid.rows + 1))
    for j in 1...grid.rows {
      for i in 0..<width {
        values[j * width + i] =
          values[(j - 1) * width + i]
          + velocity.u.base[j * grid.stride + i] * grid.metrics.row_height[j - 1]
      }
    }
    self.values = values
  }

  /// The least value, refined by a parabola through its neighbours in each direction.
  func leastPoint(_ flow: CavityCase) -> VortexCentre {
    let width = grid.columns + 1
    let inner = (1..<grid.rows).flatMap { j in (1..<grid.columns).map { j * width + $0 } }
    let least = inner.min { values[$0] < values[$1] } ?? width + 1
    let (j, i) = (least / width, least % width)
    let x = parabola(grid.columnAxis.faces, i, [-1, 0, 1].map { values[least + $0] })
    let y = parabola(grid.rowAxis.faces, j, [-1, 0, 1].map { values[least + $0 * width] })
    return VortexCentre(
      x: x.position / flow.width, y: y.position / flow.height,
      streamFunction: (x.value + y.value - values[least]) / (flow.lidVelocity * flow.width))
  }

  /// The extremum of the parabola through three neighbouring `values` about `faces[index]`.
  private func parabola(
    _ faces: [Double], _ index: Int, _ values: [Double]
  ) -> (position: Double, value: Double) {
    let before = (values[1] - values[0]) / (faces[index] - faces[index - 1])
    let after = (values[2] - values[1]) / (faces[index + 1] - faces[index])
    let curvature = (after - before) / (faces[index + 1] - faces[index - 1])
    guard curvature != 0 else { return (faces[index], values[1]) }
    let slope = before + curvature * (faces[index] - faces[index - 1])
    let offset = -0.5 * slope / curvature
    return (faces[index] + offset, values[1] + offset * (slope + curvature * offset))
  }
}
