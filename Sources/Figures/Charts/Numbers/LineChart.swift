import Canvas

/// Draws curves with bands and, beside the plot, their names.
struct LineChart {
  let plot: LinePlot
  let width: Double

  static let height = 248.0
  /// Up to here every place of a curve gets its sign; beyond, a few do.
  private static let signedPlaces = 24
  private static let signsOfLongCurves = 6

  func drawn() -> (Double, [Element]) {
    let frame = makeFrame()
    // Curves that stand out are drawn over the others.
    let curves = plot.series.sorted { !plot.isEmphasised($0) && plot.isEmphasised($1) }
      .map { curve($0, in: frame) }
    let clip = Rect(
      x: frame.area.x - 1, y: frame.area.y - 4, width: frame.area.width + 6,
      height: frame.area.height + 8)
    let guides = plot.guides.flatMap { GuideLine.elements($0, in: frame) }
    return (
      Self.height,
      [
        frame.plot(
          xTitle: plot.x.title, yTitle: plot.y.title,
          guides + [.group(Element.Group(curves, clip: clip))] + names.elements(in: frame))
      ]
    )
  }

  private var names: LineNames { LineNames(plot: plot) }

  private func makeFrame() -> PlotFrame {
    let points = plot.series.flatMap(\.points)
    let limit = plot.limit ?? .infinity
    let strong = plot.series.filter(plot.isEmphasised).flatMap(\.points)
    let heights = (points.map(\.y) + strong.flatMap { [$0.lower, $0.upper] }).map { min($0, limit) }
    return PlotFrame(
      width: width, height: Self.height, x: plot.x.scale(holding: points.map(\.x), air: 0.01),
      y: plot.y.scale(holding: heights), right: names.width, xMarks: plot.x.marks)
  }

  private func curve(_ series: LinePlot.Series, in frame: PlotFrame) -> Element {
    let places = series.points.compactMap { frame.point($0.x, $0.y) }
    let isStrong = plot.isEmphasised(series)
    let ink = isStrong ? Ink.series(series.style) : .axis
    var elements = isStrong ? band(series, in: frame).map { [$0] } ?? [] : []
    elements.append(
      .shape(.polyline(path(places)), .stroked(ink, width: isStrong ? 1.6 : 0.7)))
    if isStrong, !places.isEmpty {
      elements.append(Marker.elements(style: series.style, at: signed(series, places)))
    }
    elements += series.highlights.compactMap { highlight(series, at: $0, in: frame) }
    if series.ending == .broken, let last = places.last {
      elements.append(Marker.cross(ink, at: last, radius: isStrong ? 3.5 : 2.5))
    }
    let tag = Tag.series(
      style: series.style, name: series.name, values: series.points.map(\.numbers))
    return .tagged(tag, elements, hover: series.name)
  }

  private func highlight(_ series: LinePlot.Series, at index: Int, in frame: PlotFrame)
    -> Element?
  {
    let sample = series.points[index]
    guard let place = frame.point(sample.x, sample.y) else { return nil }
    let isStrong = plot.isEmphasised(series)
    let ink = isStrong ? Ink.series(series.style) : .axis
    return .shape(
      .circle(centre: place, radius: isStrong ? 5.5 : 3.5),
      .stroked(ink, width: isStrong ? 1.4 : 0.8))
  }

  /// A sign at every place, or at a few of a long curve, other places for each series, so that curves
  /// on top of each other still show whose they are.
  private func signed(_ series: LinePlot.Series, _ places: [Point]) -> [Point] {
    let most = plot.joining == .steps ? Self.signsOfLongCurves : Self.signedPlaces
    guard places.count > most else { return places }
    let stride = max(1, places.count / Self.signsOfLongCurves)
    let first = series.style * stride / Ink.palette.count % stride
    return Swift.stride(from: first, to: places.count, by: stride).map { places[$0] }
  }

  private func path(_ places: [Point]) -> [Point] {
    guard plot.joining == .steps, var previous = places.first else { return places }
    var path = [previous]
    for place in places.dropFirst() {
      if place.y != previous.y { path.append(Point(place.x, previous.y)) }
      path.append(place)
      previous = place
    }
    return path
  }

  private func band(_ series: LinePlot.Series, in frame: PlotFrame) -> Element? {
    let hasWidth = series.points.contains { $0.upper > $0.lower }
    let upper = path(series.points.compactMap { frame.point($0.x, $0.upper) })
    let lower = path(
      series.points.compactMap { point in
        frame.point(point.x, point.lower) ?? frame.point(point.x, frame.y.lower)
      })
    guard hasWidth, upper.count > 1 else { return nil }
    return .shape(
      .polygon(upper + lower.reversed()),
      .filled(.series(series.style), opacity: plot.joining == .steps ? 0.08 : 0.14))
  }
}
