import CKernels

/// A solid body at rest inside the grid: closed and cut faces, the cells between them, and the
/// viscous stencils beside its wall.
///
/// Cut faces take part in the divergence with the part that is open, so that mass is conserved in
/// every cut cell to round-off (as in Ng, Min & Gibou 2009, J. Comput. Phys. 228, 8807-8829). It is
/// immutable and shared by copies of a flow; it is a class because it owns the kernels' tables.
final class ImmersedBody {
  let outline: CircleOutline
  /// The changed rows of the pressure equation.
  let patch: OperatorPatch
  private let grid: StaggeredGrid
  private let u: ComponentTables
  private let v: ComponentTables
  private let cells: [Int]
  private let openings: NumberBuffer

  /// The tables of one component.
  private struct ComponentTables {
    let points: [Int]
    let coefficients: NumberBuffer
    let friction: NumberBuffer
    let solids: [Range<Int>]

    init(_ stencils: FaceStencils) {
      points = stencils.points
      coefficients = NumberBuffer(stencils.coefficients)
      friction = NumberBuffer(stencils.friction)
      solids = stencils.solids
    }

    func addViscosity(
      _ viscosity: Double, of field: NumberBuffer, to rate: NumberBuffer, stride: Int
    ) {
      flow_wall_viscosity(
        points.count, points, coefficients.base, stride, viscosity, field.base, rate.base)
    }

    func applyFriction(_ scale: Double, to field: NumberBuffer) {
      flow_wall_friction(points.count, points, friction.base, scale, field.base)
    }

    func close(_ field: NumberBuffer) {
      for run in solids { (field.base + run.lowerBound).update(repeating: 0, count: run.count) }
    }
  }

  /// A body in the square cells of `grid` that surround the origin.
  init(_ outline: CircleOutline, in grid: StaggeredGrid) {
    self.outline = outline
    self.grid = grid
    let horizontal = BodyFaces(.horizontal, of: grid, outline: outline)
    let vertical = BodyFaces(.vertical, of: grid, outline: outline)
    u = ComponentTables(FaceStencils(horizontal))
    v = ComponentTables(FaceStencils(vertical))
    var cells: [Int] = []
    var openings: [Double] = []
    for row in horizontal.tangentWindow {
      for column in vertical.tangentWindow {
        let parts = [
          horizontal.face(column, row), horizontal.face(column - 1, row),
          vertical.face(row, column), vertical.face(row - 1, column),
        ].map(\.opening)
        if parts.allSatisfy({ $0 == 1 }) || parts.allSatisfy({ $0 == 0 }) { continue }
        cells.append((row - 1) * grid.columns + column - 1)
        openings += parts
      }
    }
    self.cells = cells
    self.openings = NumberBuffer(openings)
    let scale = 1 / (horizontal.width * horizontal.width)
    patch = OperatorPatch(
      columns: grid.columns, rows: grid.rows, cells: cells,
      neighbours: cells.flatMap { [$0 + 1, $0 - 1, $0 + grid.columns, $0 - grid.columns] },
      differences: openings.map { ($0 - 1) * scale })
  }

  /// Adds to `rate` what the wall changes in the viscous acceleration, friction left out.
  func addViscosity(
    _ viscosity: Double, of velocity: StaggeredVelocity, to rate: StaggeredVelocity
  ) {
    u.addViscosity(viscosity, of: velocity.u, to: rate.u, stride: grid.stride)
    v.addViscosity(viscosity, of: velocity.v, to: rate.v, stride: grid.stride)
  }

  /// Solves for the friction of the wall over `step` seconds and stops the fluid in the body.
  func applyFriction(_ viscosity: Double, step: Double, to velocity: StaggeredVelocity) {
    u.applyFriction(viscosity * step, to: velocity.u)
    v.applyFriction(viscosity * step, to: velocity.v)
    close(velocity)
  }

  /// Sets the velocity on closed faces to 0.
  func close(_ velocity: StaggeredVelocity) {
    u.close(velocity.u)
    v.close(velocity.v)
  }

  /// Overwrites `divergence` (dense cells) in the cut cells.
  func correctDivergence(
    _ divergence: UnsafeMutablePointer<Double>, of velocity: StaggeredVelocity
  ) {
    grid.withMetrics {
      flow_cut_divergence(
        $0, cells.count, cells, openings.base, velocity.u.base, velocity.v.base, divergence)
    }
  }
}
