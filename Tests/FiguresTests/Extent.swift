import Canvas

/// The rectangle that elements cover, clipped groups by their clip.
struct Extent {
  var left = Double.infinity
  var top = Double.infinity
  var right = -Double.infinity
  var bottom = -Double.infinity

  init(of elements: [Element]) {
    elements.forEach { add($0) }
  }

  private mutating func add(_ element: Element) {
    switch element {
    case .shape(let shape, _): add(shape)
    case .text(let run): add(run)
    case .image(_, let place): add(place)
    case .group(let group):
      let inner = Extent(of: group.elements)
      guard inner.left <= inner.right else { return }
      let clip = group.clip ?? Rect(x: -1e9, y: -1e9, width: 2e9, height: 2e9)
      add(Point(max(inner.left, clip.x), max(inner.top, clip.y)))
      add(Point(min(inner.right, clip.maxX), min(inner.bottom, clip.maxY)))
    }
  }

  private mutating func add(_ shape: Shape) {
    switch shape {
    case .polyline(let points), .polygon(let points): points.forEach { add($0) }
    case .lines(let lines), .polygons(let lines): lines.joined().forEach { add($0) }
    case .rect(let rect): add(rect)
    case .circle(let centre, let radius): add(centre, radius)
    case .circles(let centres, let radius): centres.forEach { add($0, radius) }
    }
  }

  private mutating func add(_ run: TextRun) {
    let width = run.font.width(of: run.text)
    let start =
      switch run.anchor {
      case .start: 0.0
      case .middle: -width / 2
      case .end: -width
      }
    let height = 0.75 * run.font.size
    if run.rotation == 90 {
      add(Point(run.place.x - height, run.place.y - start - width))
      add(Point(run.place.x, run.place.y - start))
    } else {
      add(Point(run.place.x + start, run.place.y - height))
      add(Point(run.place.x + start + width, run.place.y))
    }
  }

  private mutating func add(_ centre: Point, _ radius: Double) {
    add(Point(centre.x - radius, centre.y - radius))
    add(Point(centre.x + radius, centre.y + radius))
  }

  private mutating func add(_ rect: Rect) {
    add(Point(rect.x, rect.y))
    add(Point(rect.maxX, rect.maxY))
  }

  private mutating func add(_ point: Point) {
    left = min(left, point.x)
    top = min(top, point.y)
    right = max(right, point.x)
    bottom = max(bottom, point.y)
  }
}
