/// Where a two-phase flow takes place: the grid, what holds on its sides, and a solid block.
///
/// It is a class because it pins the masks that the kernels read.
final class TwoPhaseDomain {
  let grid: StaggeredGrid
  /// One condition a row of cells, from the floor up.
  let left: [SideCondition]
  let right: [SideCondition]
  let floor: SideCondition
  let ceiling: SideCondition
  let block: CellBlock?
  /// 1 on faces that the pressure acts on, in the layout of a velocity component.
  let openU: NumberBuffer
  let openV: NumberBuffer

  init(
    grid: StaggeredGrid, left: [SideCondition], right: [SideCondition],
    floor: SideCondition = .wall, ceiling: SideCondition = .wall, block: CellBlock? = nil
  ) {
    precondition(
      left.count == grid.rows && right.count == grid.rows, "every row of cells has two ends")
    self.grid = grid
    self.left = left
    self.right = right
    self.floor = floor
    self.ceiling = ceiling
    self.block = block
    openU = NumberBuffer(count: grid.componentCount)
    openV = NumberBuffer(count: grid.componentCount)
    let (nx, ny, s) = (grid.columns, grid.rows, grid.stride)
    for j in 1...ny {
      for i in 1..<nx { openU.base[j * s + i] = 1 }
      openU.base[j * s] = left[j - 1] == .open ? 1 : 0
      openU.base[j * s + nx] = right[j - 1] == .open ? 1 : 0
    }
    for j in 1..<ny { for i in 1...nx { openV.base[j * s + i] = 1 } }
    close(openU, openV)
  }

  /// Whether fluid can leave, which fixes the pressure.
  var isOpen: Bool { left.contains(.open) || right.contains(.open) }

  /// Sets the faces of the block, inner ones included, to 0.
  func close(_ u: NumberBuffer, _ v: NumberBuffer) {
    guard let block else { return }
    let s = grid.stride
    for j in block.rows {
      for i in (block.columns.lowerBound - 1)...block.columns.upperBound { u.base[j * s + i] = 0 }
    }
    for j in (block.rows.lowerBound - 1)...block.rows.upperBound {
      for i in block.columns { v.base[j * s + i] = 0 }
    }
  }

  /// Sets the boundary values of `velocity` from the conditions and, where a side is open, from the
  /// nearest values inside.
  func impose(on velocity: StaggeredVelocity) {
    let (nx, ny, s) = (grid.columns, grid.rows, grid.stride)
    let u = velocity.u.base
    for j in 1...ny {
      u[j * s] = normalValue(left[j - 1], inside: u[j * s + 1])
      u[j * s + nx] = normalValue(right[j - 1], inside: u[j * s + nx - 1])
    }
    for i in 0...nx {
      u[i] = floor == .slip ? u[s + i] : 0
      u[(ny + 1) * s + i] = ceiling == .slip ? u[ny * s + i] : 0
    }
    imposeSideways(on: velocity)
    close(velocity.u, velocity.v)
  }

  /// Sets the vertical velocity on the left and right sides: air that enters has none.
  func imposeSideways(on velocity: StaggeredVelocity) {
    let (nx, ny, s) = (grid.columns, grid.rows, grid.stride)
    let (u, v) = (velocity.u.base, velocity.v.base)
    for j in 1..<ny {
      let enters = u[j * s] + u[(j + 1) * s] > 0
      v[j * s] = sideValue(left[j - 1], left[j], enters: enters, inside: v[j * s + 1])
      let returns = u[j * s + nx] + u[(j + 1) * s + nx] < 0
      v[j * s + nx + 1] = sideValue(
        right[j - 1], right[j], enters: returns, inside: v[j * s + nx])
    }
  }

  private func normalValue(_ condition: SideCondition, inside: Double) -> Double {
    switch condition {
    case .wall, .slip: 0
    case .inflow(let speed): speed
    case .open: inside
    }
  }

  private func sideValue(
    _ below: SideCondition, _ above: SideCondition, enters: Bool, inside: Double
  ) -> Double {
    switch (below, above) {
    case (.slip, .slip): inside
    case (.open, .open): enters ? 0 : inside
    default: 0
    }
  }
}
