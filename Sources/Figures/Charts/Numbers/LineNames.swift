import Canvas

/// The names of curves beside their plot, each with its sign, in the order in which the curves end.
struct LineNames {
  let plot: LinePlot

  /// More names than this do not fit beside a plot: only curves that stand out are named then.
  private static let most = 14
  private static let signWidth = 12.0

  private var named: [LinePlot.Series] {
    let all = plot.series.filter { !$0.points.isEmpty }
    return all.count > Self.most ? all.filter(plot.isEmphasised) : all
  }

  /// What the names take at the right of a plot.
  var width: Double {
    named.count == 1 && plot.series.count == 1
      ? 14 : SideLabels.font.width(ofWidest: named.map(label)).rounded(.up) + Self.signWidth + 16
  }

  private func label(_ series: LinePlot.Series) -> String {
    series.note.isEmpty ? series.name : "\(series.name) \(series.note)"
  }

  func elements(in frame: PlotFrame) -> [Element] {
    guard plot.series.count > 1 else { return [] }
    let ends = Dictionary(
      named.compactMap { series in end(of: series, in: frame).map { (series.style, $0) } },
      uniquingKeysWith: { first, _ in first })
    let labels = named.compactMap { series in
      ends[series.style].map {
        SideLabels.Label(text: series.name, style: series.style, height: $0.y)
      }
    }
    let spread = SideLabels.spread(labels, in: frame.area.y...frame.area.maxY)
    return spread.flatMap { label -> [Element] in
      guard let series = named.first(where: { $0.style == label.style }),
        let end = ends[label.style]
      else { return [] }
      return leader(from: end, to: label.height, series, in: frame)
        + [name(series, at: Point(frame.area.maxX + 14, label.height))]
    }
  }

  private func end(of series: LinePlot.Series, in frame: PlotFrame) -> Point? {
    guard
      let place = series.points.last(where: { frame.point($0.x, $0.y) != nil }).flatMap({
        frame.point($0.x, $0.y)
      })
    else { return nil }
    return Point(place.x, min(max(place.y, frame.area.y), frame.area.maxY))
  }

  /// A hair from the end of a curve to a name that had to move away from it.
  private func leader(
    from end: Point, to height: Double, _ series: LinePlot.Series, in frame: PlotFrame
  ) -> [Element] {
    guard series.ending == .complete, abs(end.y - height) > 2, frame.area.maxX - end.x < 12 else {
      return []
    }
    let line = [Point(end.x + 4, end.y), Point(frame.area.maxX + 8, height)]
    return [.shape(.polyline(line), .stroked(.axis, width: 0.5))]
  }

  private func name(_ series: LinePlot.Series, at place: Point) -> Element {
    let isStrong = plot.isEmphasised(series)
    let ink = isStrong ? Ink.series(series.style) : .axis
    let sign =
      series.ending == .broken
      ? Marker.cross(ink, at: place, radius: 3)
      : isStrong
        ? Marker.element(style: series.style, at: place, radius: 3)
        : .shape(
          .line(Point(place.x - 4, place.y), Point(place.x + 4, place.y)), .stroked(ink, width: 0.7)
        )
    let font = isStrong ? SideLabels.font : SideLabels.faintFont
    let text = TextRun(
      label(series), at: Point(place.x + Self.signWidth - 3, place.y + font.middleShift),
      font: font,
      ink: isStrong ? .text : .muted)
    return .tagged(.legend(style: series.style), [sign, .text(text)])
  }
}
