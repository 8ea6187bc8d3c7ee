import Canvas

/// Draws curves with bands and names at their ends.
struct LineChart {
  let plot: LinePlot
  let width: Double

  private static let height = 248.0
  /// Up to here every place of a curve gets its sign; beyond, signs would hide the curve.
  private static let signedPlaces = 24

  func drawn() -> (Double, [Element]) {
    let frame = makeFrame()
    let curves = plot.series.map { curve($0, in: frame) }
    let clip = Rect(
      x: frame.area.x, y: frame.area.y - 4, width: frame.area.width + 5,
      height: frame.area.height + 8)
    return (
      Self.height,
      [
        frame.plot(
          xTitle: plot.x.title, yTitle: plot.y.title,
          [.group(Element.Group(curves, clip: clip))] + names(in: frame))
      ]
    )
  }

  private func makeFrame() -> PlotFrame {
    let points = plot.series.flatMap(\.points)
    let label = SideLabels.font.width(ofWidest: plot.series.map(\.name))
    return PlotFrame(
      width: width, height: Self.height,
      x: Scale(plot.x.law, holding: points.map(\.x), air: 0.01),
      y: Scale(plot.y.law, holding: points.flatMap { [$0.lower, $0.upper] }),
      right: label.rounded(.up) + 14)
  }

  private func band(_ series: LinePlot.Series, in frame: PlotFrame) -> Element? {
    let upper = series.points.compactMap { frame.point($0.x, $0.upper) }
    let lower = series.points.compactMap { point in
      frame.point(point.x, point.lower)
        ?? frame.point(point.x, frame.y.lower)
    }
    let hasWidth = series.points.contains { $0.upper > $0.lower }
    guard hasWidth, upper.count > 1 else { return nil }
    return .shape(
      .polygon(upper + lower.reversed()), .filled(.series(series.style), opacity: 0.16))
  }

  private func curve(_ series: LinePlot.Series, in frame: PlotFrame) -> Element {
    let places = series.points.compactMap { frame.point($0.x, $0.y) }
    var elements = band(series, in: frame).map { [$0] } ?? []
    elements.append(.shape(.polyline(places), .stroked(.series(series.style), width: 1.6)))
    if places.count <= Self.signedPlaces {
      elements += places.map { Marker.element(style: series.style, at: $0) }
    }
    if series.ending == .broken, let last = places.last {
      elements.append(Marker.cross(style: series.style, at: last))
    }
    let tag = Tag.series(
      style: series.style, name: series.name, values: series.points.map(\.numbers))
    return .tagged(tag, elements, hover: series.name)
  }

  private func names(in frame: PlotFrame) -> [Element] {
    let complete = plot.series.filter { $0.ending == .complete }
    let labels = complete.compactMap { series -> SideLabels.Label? in
      guard let last = series.points.last, let place = frame.point(last.x, last.y) else {
        return nil
      }
      return SideLabels.Label(text: series.name, style: series.style, height: place.y)
    }
    let broken = plot.series.filter { $0.ending == .broken }.compactMap { series -> Element? in
      guard let last = series.points.last, let place = frame.point(last.x, last.y) else {
        return nil
      }
      return SideLabels.shielded(
        series.name, style: series.style, at: Point(place.x + 6, place.y))
    }
    return broken
      + SideLabels.elements(labels, x: frame.area.maxX + 9, in: frame.area.y...frame.area.maxY)
  }
}
