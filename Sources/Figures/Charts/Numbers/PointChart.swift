import Canvas
import Foundation

/// Draws models in the plane of cost and error.
struct PointChart {
  let plot: PointPlot
  let width: Double

  private static let height = 264.0

  func drawn() -> (Double, [Element]) {
    let frame = makeFrame()
    return (
      Self.height,
      [
        frame.plot(
          xTitle: plot.x.title, yTitle: plot.y.title,
          ground(in: frame) + plot.guides.flatMap { GuideLine.elements($0, in: frame) }
            + plot.points.map { element($0, in: frame) }
            + plot.failed.map { failure($0, in: frame) } + names(in: frame))
      ]
    )
  }

  private func makeFrame() -> PlotFrame {
    let label = SideLabels.font.width(ofWidest: (plot.points + plot.failed).map(\.name))
    let guides = plot.guides.compactMap { guide -> Double? in
      if case .vertical(let place, _) = guide { place } else { nil }
    }
    let costs = plot.points.flatMap { [$0.left, $0.x, $0.right] } + guides + plot.failed.map(\.x)
    let values = plot.points.flatMap { [$0.lower, $0.y, $0.upper] }
    return PlotFrame(
      width: width, height: Self.height, x: plot.x.scale(holding: costs, air: 0.06),
      y: plot.y.scale(holding: values, air: 0.08), right: label.rounded(.up) + 26)
  }

  private func ground(in frame: PlotFrame) -> [Element] {
    switch plot.ground {
    case .dominated: return dominated(in: frame)
    case .products: return products(in: frame) + dominated(in: frame)
    }
  }

  /// What a model of the front beats in both, shaded, with the front as its edge.
  private func dominated(in frame: PlotFrame) -> [Element] {
    let best = plot.points.filter(\.isOnFront).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let places = best.compactMap { frame.point($0.x, $0.y) }
    guard let first = places.first, let last = places.last else { return [] }
    let worst = plot.better == .lower ? frame.area.y : frame.area.maxY
    var steps = [Point(first.x, worst), first]
    for (previous, next) in zip(places, places.dropFirst()) {
      steps += [Point(next.x, previous.y), next]
    }
    steps.append(Point(frame.area.maxX, last.y))
    return [
      .shape(
        .polygon(steps + [Point(frame.area.maxX, worst)]), .filled(.grid, opacity: 0.5)),
      .shape(.polyline(steps), .stroked(.axis, dash: [3, 3])),
    ]
  }

  /// Lines of the same x · y, a decade apart.
  private func products(in frame: PlotFrame) -> [Element] {
    guard plot.x.law == .logarithmic, plot.y.law == .logarithmic else { return [] }
    let low = Int((log10(frame.x.lower * frame.y.lower)).rounded(.up))
    let high = Int((log10(frame.x.upper * frame.y.upper)).rounded(.down))
    guard low <= high else { return [] }
    let lines = (low...high).map { power -> [Point] in
      let product = pow(10, Double(power))
      return [
        frame.point(frame.x.lower, product / frame.x.lower),
        frame.point(frame.x.upper, product / frame.x.upper),
      ].compactMap { $0 }
    }
    return [
      .group(
        Element.Group(
          [.shape(.lines(lines), .stroked(.axis, width: 0.5, dash: [1, 2]))], clip: frame.area))
    ]
  }

  private func element(_ mark: PointPlot.Mark, in frame: PlotFrame) -> Element {
    guard let place = frame.point(mark.x, mark.y) else { return .group(Element.Group([])) }
    var parts: [Element] = []
    // On an axis of ratios an interval that reaches zero runs to the border.
    let low = frame.point(mark.x, max(mark.lower, frame.y.lower))
    if let low, let high = frame.point(mark.x, mark.upper),
      low != high
    {
      parts.append(.shape(.line(low, high), .stroked(.series(mark.style), width: 1.6)))
    }
    if mark.left < mark.right,
      let start = frame.point(max(mark.left, frame.x.lower), mark.y),
      let end = frame.point(mark.right, mark.y)
    {
      parts.append(.shape(.line(start, end), .stroked(.series(mark.style), width: 1.6)))
    }
    parts.append(Marker.element(style: mark.style, at: place, radius: 4))
    let words =
      "\(mark.name): \(plot.x.title) \(NumberText.short(mark.x)), "
      + "\(plot.y.title) \(NumberText.short(mark.y))"
      + (mark.lower == mark.upper
        ? "" : " [\(NumberText.short(mark.lower)), \(NumberText.short(mark.upper))]")
    let point = Element.tagged(.point(x: mark.x, y: mark.y), parts, hover: words)
    return .tagged(.series(style: mark.style, name: mark.name), [point])
  }

  /// A model without a value: a hollow sign at the border where the worst values lie.
  private func failure(_ mark: PointPlot.Mark, in frame: PlotFrame) -> Element {
    let fraction = frame.x.fraction(mark.x) ?? 1
    let place = Point(frame.area.x + fraction * frame.area.width, failureHeight(in: frame))
    let sign = Marker.element(style: mark.style, at: place, radius: 4, isHollow: true)
    return .tagged(
      .series(style: mark.style, name: mark.name), [sign], hover: "\(mark.name): no value")
  }

  private func failureHeight(in frame: PlotFrame) -> Double {
    plot.better == .lower ? frame.area.y : frame.area.maxY
  }

  /// Names stand right of their marks where none touches another or a mark; else all stand beside the
  /// plot, each with its sign.
  private func names(in frame: PlotFrame) -> [Element] {
    let shown = plot.points.compactMap { mark in
      frame.point(mark.x, mark.y).map { (mark, $0) }
    }
    let failed = plot.failed.map { mark in
      (
        mark,
        Point(
          frame.area.x + (frame.x.fraction(mark.x) ?? 1) * frame.area.width,
          failureHeight(in: frame))
      )
    }
    let all = shown + failed
    let boxes = all.map { mark, place in
      Rect(
        x: place.x + 6, y: place.y - 6, width: SideLabels.font.width(of: mark.name) + 4, height: 12)
    }
    let isClear = boxes.indices.allSatisfy { index in
      all.indices.allSatisfy { other in
        other == index
          || !(boxes[index].overlaps(boxes[other])
            || boxes[index].overlaps(around(all[other].1)))
      }
    }
    if isClear {
      return all.map { SideLabels.shielded($0.name, style: $0.style, at: Point($1.x + 6, $1.y)) }
    }
    let labels = all.map {
      SideLabels.Label(text: $0.name, style: $0.style, height: $1.y)
    }
    return SideLabels.signed(
      labels, x: frame.area.maxX + 12, in: frame.area.y...frame.area.maxY)
  }

  private func around(_ place: Point) -> Rect {
    Rect(x: place.x - 4, y: place.y - 4, width: 8, height: 8)
  }
}
