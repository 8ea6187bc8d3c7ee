import CKernels
import Solvers

/// Takes what divergence an iteration left out of a velocity exactly, by the direct solver.
///
/// u + grad q with -laplacian(q) = div(u): constant coefficients, which is harmless because q is as
/// small as the iteration's residual. A solid block is kept by sources s on its faces such that the
/// sum vanishes there: (I + G) s = -(u + grad q), with G the response to unit sources, set up once
/// (the capacitance matrix method, Buzbee, Dorr, George & Golub 1971, SIAM J. Numer. Anal. 8, 722).
/// One face is left out, because what enters a closed block leaves it.
final class ResidualProjection {
  private let domain: TwoPhaseDomain
  private let solver: SeparableSolver
  private let potential: NumberBuffer
  private let unused: NumberBuffer
  private let trial: StaggeredVelocity
  private let faces: [BlockFace]
  private var capacitance: LUFactorisation?

  /// A face between fluid and block, by its index in a component.
  private struct BlockFace {
    let isVerticalVelocity: Bool
    let index: Int
  }

  init(domain: TwoPhaseDomain) {
    let grid = domain.grid
    self.domain = domain
    let right = domain.isOpen ? LineOperator.valueAtEnd(grid.columnAxis) : nil
    solver = SeparableSolver(
      along: right ?? .zeroGradient(grid.columnAxis), across: .zeroGradient(grid.rowAxis))
    potential = NumberBuffer(count: grid.cellCount)
    unused = NumberBuffer(count: grid.cellCount)
    trial = StaggeredVelocity(on: grid)
    faces = ResidualProjection.faces(of: domain)
    capacitance = nil
    if !faces.isEmpty { capacitance = try? LUFactorisation(responses()) }
  }

  /// Makes `velocity` free of divergence to rounding.
  func project(_ velocity: StaggeredVelocity) {
    guard let capacitance else {
      correct(velocity)
      return
    }
    trial.copy(from: velocity)
    correct(trial)
    let sources = capacitance.solve(faces.map { -value($0, of: trial) })
    for (face, source) in zip(faces, sources) { add(source, at: face, to: velocity) }
    correct(velocity)
    domain.close(velocity.u, velocity.v)
  }

  /// velocity += grad q.
  private func correct(_ velocity: StaggeredVelocity) {
    let (grid, q) = (domain.grid, potential.base)
    let (u, nx) = (velocity.u.base, grid.columns)
    grid.withMetrics { metrics in
      flow_divergence(metrics, u, velocity.v.base, q)
      solver.solve(q, stride: nx, into: q, stride: nx)
      flow_correct(metrics, u, velocity.v.base, q, unused.base, 1)
    }
    guard domain.isOpen else { return }
    let gap = grid.metrics.column_gap[nx]
    for j in 1...grid.rows { u[j * grid.stride + nx] -= gap * q[j * nx - 1] }
  }

  private func responses() -> DenseMatrix {
    var values = [Double](repeating: 0, count: faces.count * faces.count)
    for (column, source) in faces.enumerated() {
      for part in [trial.u, trial.v] { part.base.update(repeating: 0, count: part.count) }
      add(1, at: source, to: trial)
      correct(trial)
      for (row, face) in faces.enumerated() {
        values[row * faces.count + column] = value(face, of: trial)
      }
    }
    return DenseMatrix(rows: faces.count, columns: faces.count, values: values)
  }

  private func value(_ face: BlockFace, of velocity: StaggeredVelocity) -> Double {
    (face.isVerticalVelocity ? velocity.v : velocity.u).base[face.index]
  }

  private func add(_ source: Double, at face: BlockFace, to velocity: StaggeredVelocity) {
    (face.isVerticalVelocity ? velocity.v : velocity.u).base[face.index] += source
  }

  private static func faces(of domain: TwoPhaseDomain) -> [BlockFace] {
    guard let block = domain.block else { return [] }
    let (nx, ny, s) = (domain.grid.columns, domain.grid.rows, domain.grid.stride)
    let sides = [block.columns.lowerBound - 1, block.columns.upperBound]
      .filter { $0 > 0 && $0 < nx }
      .flatMap { i in block.rows.map { BlockFace(isVerticalVelocity: false, index: $0 * s + i) } }
    let ends = [block.rows.lowerBound - 1, block.rows.upperBound].filter { $0 > 0 && $0 < ny }
      .flatMap { j in block.columns.map { BlockFace(isVerticalVelocity: true, index: j * s + $0) } }
    return Array((sides + ends).dropLast())
  }
}
