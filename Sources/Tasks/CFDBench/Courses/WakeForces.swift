import Foundation

/// Drag and lift of the cylinder from the velocity alone, by the balance of momentum in a box around it.
///
///     F/ρ = −d/dt ∫ u dV − ∮ u (u·n) dS + ∮ (−p/ρ n + ν (∇u + ∇uᵀ)·n) dS
///
/// on the centres of cells, trapezoidal, the box two cells away from the cylinder. The pressure along
/// the box follows from the momentum equation, ∇p/ρ = −∂u/∂t − u·∇u + ν ∇²u, integrated round it; what
/// is missing after a whole turn is spread evenly. Central differences in space and time, so that the
/// first and the last frame have no value. On 64 × 64 cells this is an estimate: truth and prediction
/// are treated alike.
public struct WakeForces {
  /// Both coefficients, in units of ρ U² D / 2.
  public struct Coefficients: Sendable, Equatable {
    /// Along the channel.
    public let drag: Double
    /// Across it, upwards.
    public let lift: Double
  }

  /// By frame, from the second to the last but one.
  public private(set) var coefficients: [Coefficients] = []
  private let course: WindowCourse
  private let viscosity: Double
  private let columns: ClosedRange<Int>
  private let rows: ClosedRange<Int>

  /// Cells between the cylinder and the box.
  private static let margin = 2

  /// The forces of a cylinder's course; nil when the box does not fit between the cylinder and the sides,
  /// or there are fewer than three frames.
  public init?(_ course: WindowCourse) {
    let (parameters, radius) = (course.parameters, course.parameters[.radius])
    guard
      let columns = Self.span(
        -radius - parameters[.left], radius - parameters[.left], cell: course.dx, course.size),
      let rows = Self.span(
        -radius - parameters[.bottom], radius - parameters[.bottom], cell: course.dy, course.size),
      course.u.count >= 3
    else { return nil }
    self.course = course
    self.columns = columns
    self.rows = rows
    viscosity = parameters[.viscosity] / parameters[.density]
    coefficients = (1..<course.u.count - 1).map(coefficients)
  }

  /// The cells whose centres are the box's sides, with one more cell outside.
  private static func span(
    _ lower: Double, _ upper: Double, cell: Double, _ size: Int
  ) -> ClosedRange<Int>? {
    let first = Int((lower / cell - 0.5).rounded(.down)) - margin
    let last = Int((upper / cell - 0.5).rounded(.up)) + margin
    return first >= 1 && last <= size - 2 ? first...last : nil
  }

  private func coefficients(at frame: Int) -> Coefficients {
    let path = contour
    let pressure = pressure(along: path, frame)
    var force = momentumChange(frame)
    for (index, node) in path.enumerated() {
      let (before, after) = (
        path[(index + path.count - 1) % path.count], path[(index + 1) % path.count]
      )
      // Half the segments on both sides, turned outwards: the path runs counter-clockwise.
      let normal = (
        x: 0.5 * course.dy * Double(after.row - before.row),
        y: -0.5 * course.dx * Double(after.column - before.column)
      )
      let flow = local(node, frame)
      let flux = flow.u * normal.x + flow.v * normal.y
      force.x += -flow.u * flux - pressure[index] * normal.x
      force.x += viscosity * (2 * flow.ux * normal.x + (flow.uy + flow.vx) * normal.y)
      force.y += -flow.v * flux - pressure[index] * normal.y
      force.y += viscosity * ((flow.uy + flow.vx) * normal.x + 2 * flow.vy * normal.y)
    }
    let speed = course.parameters.velocity
    let unit = 0.5 * speed * speed * 2 * course.parameters[.radius]
    return Coefficients(drag: force.x / unit, lift: force.y / unit)
  }

  private struct Node {
    let row: Int
    let column: Int
  }

  /// The box's nodes, counter-clockwise from the lower left corner, each once.
  private var contour: [Node] {
    let (left, right) = (columns.lowerBound, columns.upperBound)
    let (low, high) = (rows.lowerBound, rows.upperBound)
    return (left..<right).map { Node(row: low, column: $0) }
      + (low..<high).map { Node(row: $0, column: right) }
      + (left..<right).reversed().map { Node(row: high, column: $0 + 1) }
      + (low..<high).reversed().map { Node(row: $0 + 1, column: left) }
  }

  /// The velocity at a node with its derivatives and the kinematic pressure's gradient.
  private struct Local {
    var (u, v) = (0.0, 0.0)
    var (ux, uy, vx, vy) = (0.0, 0.0, 0.0, 0.0)
    var (px, py) = (0.0, 0.0)
  }

  private func local(_ node: Node, _ frame: Int) -> Local {
    let place = node.row * course.size + node.column
    let (dx, dy, up) = (course.dx, course.dy, course.size)
    func differences(_ field: [Double]) -> (x: Double, y: Double, laplacian: Double) {
      let (west, east) = (field[place - 1], field[place + 1])
      let (south, north) = (field[place - up], field[place + up])
      return (
        (east - west) / (2 * dx), (north - south) / (2 * dy),
        (east - 2 * field[place] + west) / (dx * dx)
          + (north - 2 * field[place] + south) / (dy * dy)
      )
    }
    func rate(_ frames: [[Double]]) -> Double {
      (frames[frame + 1][place] - frames[frame - 1][place]) / (2 * course.frameInterval)
    }
    let (du, dv) = (differences(course.u[frame]), differences(course.v[frame]))
    var local = Local()
    (local.u, local.v) = (course.u[frame][place], course.v[frame][place])
    (local.ux, local.uy, local.vx, local.vy) = (du.x, du.y, dv.x, dv.y)
    local.px = -rate(course.u) - local.u * du.x - local.v * du.y + viscosity * du.laplacian
    local.py = -rate(course.v) - local.u * dv.x - local.v * dv.y + viscosity * dv.laplacian
    return local
  }

  /// The kinematic pressure at the nodes of `path`, 0 at the first.
  private func pressure(along path: [Node], _ frame: Int) -> [Double] {
    let slopes = path.map { local($0, frame) }
    var pressure = [0.0]
    for index in path.indices {
      let next = (index + 1) % path.count
      let along = course.dx * Double(path[next].column - path[index].column)
      let across = course.dy * Double(path[next].row - path[index].row)
      pressure.append(
        pressure[index] + 0.5 * along * (slopes[index].px + slopes[next].px)
          + 0.5 * across * (slopes[index].py + slopes[next].py))
    }
    let gap = pressure[path.count] / Double(path.count)
    return path.indices.map { pressure[$0] - gap * Double($0) }
  }

  /// −d/dt of the momentum in the box.
  private func momentumChange(_ frame: Int) -> (x: Double, y: Double) {
    func total(_ field: [Double]) -> Double {
      rows.reduce(0) { sum, row in
        sum
          + columns.reduce(0) { part, column in
            let isRowEnd = row == rows.lowerBound || row == rows.upperBound
            let isColumnEnd = column == columns.lowerBound || column == columns.upperBound
            let share = (isRowEnd ? 0.5 : 1) * (isColumnEnd ? 0.5 : 1)
            return part + share * field[row * course.size + column]
          }
      } * course.dx * course.dy
    }
    let span = 2 * course.frameInterval
    return (
      -(total(course.u[frame + 1]) - total(course.u[frame - 1])) / span,
      -(total(course.v[frame + 1]) - total(course.v[frame - 1])) / span
    )
  }
}
