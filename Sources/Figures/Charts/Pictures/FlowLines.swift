import Canvas
import Foundation

/// The lines of a vector field on a page: arrows at places of a grid, or streamlines.
struct FlowLines {
  let field: VectorField
  let place: Rect

  /// Arrows about this far apart, in units of the page.
  private static let arrowSpacing = 11.0
  /// Streamlines stay this far apart; as in Jobard and Lefer (1997), "Creating evenly-spaced
  /// streamlines of arbitrary density", but seeded from a fixed grid.
  private static let lineSpacing = 9.0
  /// A step along a streamline, in units of the page.
  private static let step = 1.5
  private static let mostSteps = 400
  private static let shortest = 10

  private var scale: (x: Double, y: Double) {
    (place.width / Double(field.width), place.height / Double(field.height))
  }

  /// The field at a place of the page as a direction there; nil outside and where it is still.
  private func direction(_ point: Point) -> (x: Double, y: Double, speed: Double)? {
    let column = (point.x - place.x) / scale.x - 0.5
    let row = (place.maxY - point.y) / scale.y - 0.5
    let inside = (
      x: min(max(column, 0), Double(field.width - 1)), y: min(max(row, 0), Double(field.height - 1))
    )
    guard abs(inside.x - column) <= 0.5, abs(inside.y - row) <= 0.5,
      let arrow = field.arrow(inside.x, inside.y)
    else { return nil }
    let (x, y) = (arrow.u * scale.x, -arrow.v * scale.y)
    let length = (x * x + y * y).squareRoot()
    guard length > 0 else { return nil }
    return (x / length, y / length, (arrow.u * arrow.u + arrow.v * arrow.v).squareRoot())
  }

  /// Arrows whose shafts are as long as the field is strong, the largest as long as their distance.
  func arrows() -> [[Point]] {
    let largest = Double(field.speed.filter(\.isFinite).max() ?? 0)
    guard largest > 0 else { return [] }
    return seeds(Self.arrowSpacing).flatMap { centre -> [[Point]] in
      guard let flow = direction(centre) else { return [] }
      let half = 0.5 * Self.arrowSpacing * flow.speed / largest
      guard half > 0.4 else { return [] }
      let tail = Point(centre.x - half * flow.x, centre.y - half * flow.y)
      let tip = Point(centre.x + half * flow.x, centre.y + half * flow.y)
      return [[tail, tip], head(at: tip, (flow.x, flow.y), size: min(2.6, half))]
    }
  }

  /// Streamlines both ways from every place of a grid that has none near, with a head in the middle.
  func streamlines() -> [[Point]] {
    var occupied = Occupancy(place: place, spacing: Self.lineSpacing)
    return seeds(Self.lineSpacing).flatMap { seed -> [[Point]] in
      guard !occupied.isNear(seed), direction(seed) != nil else { return [] }
      let line =
        trace(from: seed, sign: -1, occupied).reversed()
        + trace(from: seed, sign: 1, occupied).dropFirst()
      guard line.count >= Self.shortest else { return [] }
      line.forEach { occupied.add($0) }
      let points = Array(line)
      let middle = points[points.count / 2]
      let shown = points.enumerated().filter { $0.offset % 2 == 0 || $0.offset == points.count - 1 }
        .map(\.element)
      guard let flow = direction(middle) else { return [shown] }
      return [shown, head(at: middle, (flow.x, flow.y), size: 2.6)]
    }
  }

  private func seeds(_ spacing: Double) -> [Point] {
    let columns = max(1, Int(place.width / spacing))
    let rows = max(1, Int(place.height / spacing))
    return (0..<rows).flatMap { row in
      (0..<columns).map { column in
        Point(
          place.x + (Double(column) + 0.5) * place.width / Double(columns),
          place.y + (Double(row) + 0.5) * place.height / Double(rows))
      }
    }
  }

  /// Steps of the midpoint rule along the direction until the edge, a still place or another line.
  private func trace(from seed: Point, sign: Double, _ occupied: Occupancy) -> [Point] {
    var line = [seed]
    var here = seed
    let length = sign * Self.step
    while line.count < Self.mostSteps {
      guard let first = direction(here),
        let middle = direction(
          Point(here.x + 0.5 * length * first.x, here.y + 0.5 * length * first.y))
      else { break }
      here = Point(here.x + length * middle.x, here.y + length * middle.y)
      guard direction(here) != nil, !occupied.isNear(here) else { break }
      line.append(here)
      // A closed line has come around once.
      let back = hypot(here.x - seed.x, here.y - seed.y)
      if line.count > Self.shortest, back < Self.step { break }
    }
    return line
  }

  private func head(at tip: Point, _ flow: (x: Double, y: Double), size: Double) -> [Point] {
    [(-1.0, 0.6), (0, 0), (-1, -0.6)].map { along, across in
      Point(
        tip.x + size * (along * flow.x - across * flow.y),
        tip.y + size * (along * flow.y + across * flow.x))
    }
  }
}

/// Where lines lie already: squares as wide as lines stay apart.
private struct Occupancy {
  private let place: Rect
  private let spacing: Double
  private let columns: Int
  private var squares: [[Point]]

  init(place: Rect, spacing: Double) {
    self.place = place
    self.spacing = spacing
    columns = Int(place.width / spacing) + 3
    squares = Array(repeating: [], count: columns * (Int(place.height / spacing) + 3))
  }

  private func square(_ point: Point) -> (column: Int, row: Int) {
    (Int((point.x - place.x) / spacing) + 1, Int((point.y - place.y) / spacing) + 1)
  }

  mutating func add(_ point: Point) {
    let (column, row) = square(point)
    let index = row * columns + column
    if squares.indices.contains(index) { squares[index].append(point) }
  }

  func isNear(_ point: Point) -> Bool {
    let (column, row) = square(point)
    for near in (row - 1)...(row + 1) {
      for side in (column - 1)...(column + 1) {
        let index = near * columns + side
        guard squares.indices.contains(index) else { continue }
        let limit = 0.6 * spacing
        if squares[index].contains(where: { hypot($0.x - point.x, $0.y - point.y) < limit }) {
          return true
        }
      }
    }
    return false
  }
}
