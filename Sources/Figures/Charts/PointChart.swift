import Canvas

/// Draws models in the plane of cost and error, with a line through those that no other beats.
struct PointChart {
  let plot: PointPlot
  let width: Double

  private static let height = 248.0

  func drawn() -> (Double, [Element]) {
    let label = SideLabels.font.width(ofWidest: plot.points.map(\.name))
    let frame = PlotFrame(
      width: width, height: Self.height,
      x: Scale(plot.x.law, holding: plot.points.map(\.x), air: 0.06),
      y: Scale(plot.y.law, holding: plot.points.flatMap { [$0.lower, $0.y, $0.upper] }, air: 0.08),
      right: label.rounded(.up) + 20)
    return (
      Self.height,
      [
        frame.plot(
          xTitle: plot.x.title, yTitle: plot.y.title,
          front(in: frame) + plot.points.flatMap { elements($0, in: frame) } + names(in: frame))
      ]
    )
  }

  private func front(in frame: PlotFrame) -> [Element] {
    let best = plot.points.filter(\.isOnFront).sorted { $0.x < $1.x }
    let places = best.compactMap { frame.point($0.x, $0.y) }
    guard places.count > 1 else { return [] }
    var steps: [Point] = [places[0]]
    for (previous, next) in zip(places, places.dropFirst()) {
      steps += [Point(next.x, previous.y), next]
    }
    return [.shape(.polyline(steps), .stroked(.axis, dash: [3, 3]))]
  }

  private func elements(_ mark: PointPlot.Mark, in frame: PlotFrame) -> [Element] {
    guard let place = frame.point(mark.x, mark.y) else { return [] }
    var parts: [Element] = []
    if let low = frame.point(mark.x, mark.lower), let high = frame.point(mark.x, mark.upper) {
      parts.append(.shape(.line(low, high), .stroked(.series(mark.style), width: 1.6)))
    }
    parts.append(Marker.element(style: mark.style, at: place, radius: 4))
    let words =
      "\(mark.name): \(plot.x.title) \(NumberText.short(mark.x)), "
      + "\(plot.y.title) \(NumberText.short(mark.y))"
    let point = Element.tagged(.point(x: mark.x, y: mark.y), parts, hover: words)
    return [.tagged(.series(style: mark.style, name: mark.name), [point])]
  }

  /// Names stand right of their marks, moved apart only where marks are close in both directions; where
  /// that would push them out of the plot, all stand beside it, each with its sign.
  private func names(in frame: PlotFrame) -> [Element] {
    var taken: [Point] = []
    for mark in plot.points {
      guard var place = frame.point(mark.x, mark.y) else { continue }
      while taken.contains(where: {
        abs($0.x - place.x) < 70 && abs($0.y - place.y) < SideLabels.spacing
      }) { place = Point(place.x, place.y + SideLabels.spacing) }
      taken.append(place)
    }
    guard taken.allSatisfy({ $0.y <= frame.area.maxY + SideLabels.spacing }) else {
      return sideNames(in: frame)
    }
    let shown = plot.points.filter { frame.point($0.x, $0.y) != nil }
    return zip(shown, taken).map { mark, place in
      SideLabels.shielded(mark.name, style: mark.style, at: Point(place.x + 8, place.y))
    }
  }

  private func sideNames(in frame: PlotFrame) -> [Element] {
    let labels = plot.points.compactMap { mark in
      frame.point(mark.x, mark.y).map {
        SideLabels.Label(text: mark.name, style: mark.style, height: $0.y)
      }
    }
    let range = frame.area.y...frame.area.maxY
    let signs = SideLabels.spread(labels, in: range).map {
      Marker.element(style: $0.style, at: Point(frame.area.maxX + 8, $0.height), radius: 3)
    }
    return signs + SideLabels.elements(labels, x: frame.area.maxX + 15, in: range)
  }
}
