import Canvas

/// Draws a critical-difference diagram: the line of mean ranks with the best at the left, names left
/// and right below it, and bars between what cannot be told apart.
struct RankChart {
  let plot: RankPlot
  let width: Double

  private static let font = Font(size: 10)
  private static let lineHeight = 15.0
  private static let barGap = 5.0

  private var half: Int { (plot.entries.count + 1) / 2 }
  private var top: Double { plot.difference == nil ? 26 : 50 }

  /// Names stand beside the line, so it leaves room for the longer ones of either half.
  private var area: Rect {
    let names = plot.entries.map { Self.font.width(of: label($0)) }
    let room = min((names.max() ?? 0) + 12, width * 0.36)
    return Rect(x: room, y: top, width: width - 2 * room, height: 0)
  }

  private var scale: Scale {
    let last = max(Double(plot.entries.count), (plot.entries.map(\.rank).max() ?? 1).rounded(.up))
    return Scale(.linear, from: 1, to: max(last, 2))
  }

  func drawn() -> (Double, [Element]) {
    let bars = barLevels()
    let first = top + 10 + Double(bars.count) * Self.barGap + 6
    let names = plot.entries.enumerated().map { index, entry in
      element(entry, index, y: first + Double(row(of: index)) * Self.lineHeight)
    }
    let height = first + Double(half) * Self.lineHeight
    let tag = Tag.plot(area: area, x: scale, y: nil, xTitle: "mean rank", yTitle: "")
    return (height, [.tagged(tag, axis + ruler + names + barElements(bars))])
  }

  /// The best of the left half stands highest, the worst of the right half too, so that lines do not
  /// cross.
  private func row(of index: Int) -> Int {
    index < half ? index : plot.entries.count - 1 - index
  }

  private func x(_ rank: Double) -> Double {
    area.x + (scale.fraction(rank) ?? 0) * area.width
  }

  private func label(_ entry: RankPlot.Entry) -> String {
    "\(entry.name)  \(NumberText.plain(entry.rank, digits: 2))"
  }

  private var axis: [Element] {
    let last = Int(scale.upper)
    let stride = last > 16 ? 5 : last > 9 ? 2 : 1
    let marks = (1...last).map { Double($0) }
    let lines = marks.map { rank in
      let length = (Int(rank) - 1) % stride == 0 ? 5.0 : 3.0
      return [Point(x(rank), top), Point(x(rank), top - length)]
    }
    let words = marks.filter { (Int($0) - 1) % stride == 0 }.map { rank -> Element in
      .text(
        TextRun(
          String(Int(rank)), at: Point(x(rank), top - 9), font: Self.font, ink: .muted,
          anchor: .middle))
    }
    return [
      .shape(
        .lines([[Point(x(1), top), Point(x(scale.upper), top)]] + lines), .stroked(.axis))
    ] + words
  }

  /// The critical difference as a ruler over the start of the line.
  private var ruler: [Element] {
    guard let difference = plot.difference, difference < scale.upper - 1 else { return [] }
    let (start, end, y) = (x(1), x(1 + difference), 18.0)
    let ends = [start, end].map { [Point($0, y - 3), Point($0, y + 3)] }
    return [
      .shape(.lines([[Point(start, y), Point(end, y)]] + ends), .stroked(.text)),
      .text(
        TextRun(
          "critical difference \(NumberText.plain(difference, digits: 2))",
          at: Point(start, 9), font: Font(size: 9), ink: .muted)),
    ]
  }

  private func element(_ entry: RankPlot.Entry, _ index: Int, y: Double) -> Element {
    let isLeft = index < half
    let edge = isLeft ? area.x - 6 : area.maxX + 6
    let spot = Point(x(entry.rank), top)
    let line = [spot, Point(spot.x, y), Point(edge, y)]
    let name = TextRun(
      label(entry), at: Point(isLeft ? edge - 4 : edge + 4, y + Self.font.middleShift),
      font: Self.font, anchor: isLeft ? .end : .start)
    let words = "\(entry.name): mean rank \(NumberText.plain(entry.rank))"
    return .tagged(
      .series(style: entry.style, name: entry.name),
      [
        .shape(.polyline(line), .stroked(.series(entry.style), width: 1.1)),
        .tagged(
          .point(x: entry.rank, y: nil), [Marker.element(style: entry.style, at: spot, radius: 3)],
          hover: words),
        .tagged(.legend(style: entry.style), [.text(name)]),
      ])
  }

  /// Bars on as few levels as keep them apart.
  private func barLevels() -> [[ClosedRange<Int>]] {
    var levels: [[ClosedRange<Int>]] = []
    for group in plot.groups {
      let free = levels.firstIndex { level in level.allSatisfy { !$0.overlaps(group) } }
      if let free { levels[free].append(group) } else { levels.append([group]) }
    }
    return levels
  }

  private func barElements(_ levels: [[ClosedRange<Int>]]) -> [Element] {
    levels.enumerated().flatMap { level, groups in
      groups.map { group in
        let y = top + 8 + Double(level) * Self.barGap
        let start = Point(x(plot.entries[group.lowerBound].rank) - 3, y)
        let end = Point(x(plot.entries[group.upperBound].rank) + 3, y)
        let names = plot.entries[group].map(\.name).joined(separator: ", ")
        return .group(
          Element.Group(
            [.shape(.line(start, end), .stroked(.text, width: 2.6))],
            hover: "Not told apart: \(names)"))
      }
    }
  }
}
