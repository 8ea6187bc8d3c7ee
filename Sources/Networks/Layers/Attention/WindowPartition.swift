import Autodiff
import Tensors

/// How the points of a grid fall into square windows, after a cyclic shift (Liu et al. 2021, section
/// 3.2 and figure 4).
struct WindowPartition: Sendable, Equatable {
  let height: Int
  let width: Int
  /// Points along an edge of a window.
  let edge: Int
  /// Points that the grid moves up and to the left before it is cut.
  let shift: Int

  init(height: Int, width: Int, edge: Int, shift: Int) {
    Requirement.check(
      height % edge == 0 && width % edge == 0 && shift >= 0 && shift < edge,
      "windows of \(edge)x\(edge), shifted by \(shift), do not cut \(height)x\(width) points")
    self.height = height
    self.width = width
    self.edge = edge
    self.shift = shift
  }

  /// Windows of a grid.
  var windows: Int { height / edge * (width / edge) }
  /// Points of a window.
  var points: Int { edge * edge }

  /// The row-major point of the unshifted grid at each place, window by window.
  var order: [Int] {
    places.map { row, column in
      (row + shift) % height * width + (column + shift) % width
    }
  }

  /// The place of each point: the inverse of `order`.
  var placesOfPoints: [Int] {
    var inverse = [Int](repeating: 0, count: height * width)
    for (place, point) in order.enumerated() { inverse[point] = place }
    return inverse
  }

  /// For each pair of points of a window, the row of the table of relative positions, which has
  /// (2 edge - 1)² rows.
  var relativePositions: [Int] {
    (0..<points).flatMap { a in
      (0..<points).map { b in
        let rows = a / edge - b / edge + edge - 1
        let columns = a % edge - b % edge + edge - 1
        return rows * (2 * edge - 1) + columns
      }
    }
  }

  /// Whether two points of a window, which the shift has brought together from opposite sides of the
  /// grid, may not see each other: [windows, points, points].
  var separations: [Bool] {
    let regions = places.map { row, column in
      region(row, of: height) * 3 + region(column, of: width)
    }
    return (0..<windows).flatMap { window in
      (0..<points * points).map { pair in
        let first = regions[window * points + pair / points]
        return first != regions[window * points + pair % points]
      }
    }
  }

  private func region(_ place: Int, of extent: Int) -> Int {
    place < extent - edge ? 0 : place < extent - shift ? 1 : 2
  }

  /// Row and column of the shifted grid at each place, window by window.
  private var places: [(row: Int, column: Int)] {
    (0..<height * width).map { place in
      let (window, inner) = (place / points, place % points)
      let across = width / edge
      return (window / across * edge + inner / edge, window % across * edge + inner % edge)
    }
  }
}
