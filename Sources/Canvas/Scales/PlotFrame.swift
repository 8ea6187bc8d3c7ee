/// The axes of a plot: where numbers lie on the page, and the marks that say so.
public struct PlotFrame: Sendable, Equatable {
  /// The rectangle that the data fill.
  public let area: Rect
  /// The top left corner of the whole, axes and titles with it.
  public let origin: Point
  /// The horizontal scale.
  public let x: Scale
  /// The vertical scale.
  public let y: Scale
  /// The marks of the horizontal axis.
  public let xTicks: [Tick]
  /// The marks of the vertical axis.
  public let yTicks: [Tick]

  /// The font of marks and axis titles.
  public static let font = Font(size: 10)

  /// A frame whose left margin is as wide as the vertical axis' marks need; `xMarks` stand in place
  /// of round numbers below the horizontal axis where there are any.
  public init(
    width: Double, height: Double, x: Scale, y: Scale, top: Double = 26, right: Double = 14,
    bottom: Double = 38, xMarks: [Tick] = [], origin: Point = Point(0, 0)
  ) {
    let yTicks = y.ticks(about: max(3, Int(height / 48)))
    let left = (Self.font.width(ofWidest: yTicks.map(\.label)) + 10).rounded(.up)
    area = Rect(
      x: origin.x + left, y: origin.y + top, width: width - left - right,
      height: height - top - bottom)
    self.origin = origin
    self.x = x
    self.y = y
    self.yTicks = yTicks
    xTicks =
      xMarks.isEmpty
      ? x.ticks(along: area.width)
      : Tick.thinned(xMarks, on: x, length: area.width, font: Self.font)
  }

  /// The place of a pair of numbers; nil where a scale cannot show one.
  public func point(_ xValue: Double, _ yValue: Double) -> Point? {
    guard let across = x.fraction(xValue), let up = y.fraction(yValue) else { return nil }
    return Point(area.x + across * area.width, area.maxY - up * area.height)
  }

  /// Grid, axis, marks and titles, of which an empty one is left out; the vertical axis' title stands above it, so that it reads
  /// without turning one's head.
  public func elements(xTitle: String, yTitle: String) -> [Element] {
    // A title that is longer than the axis begins at the left edge.
    let end = max(area.maxX, origin.x + Self.font.width(of: xTitle))
    let titles = [
      TextRun(xTitle, at: Point(end, area.maxY + 33), font: Self.font, ink: .muted, anchor: .end),
      TextRun(yTitle, at: Point(origin.x, origin.y + 11), font: Self.font, ink: .muted),
    ]
    return gridLines + xMarks + titles.filter { !$0.text.isEmpty }.map { .text($0) }
  }

  /// A group that a script finds as a plot: the axes and, over them, what is drawn in them.
  public func plot(xTitle: String, yTitle: String, _ content: [Element]) -> Element {
    .tagged(
      .plot(area: area, x: x, y: y, xTitle: xTitle, yTitle: yTitle),
      elements(xTitle: xTitle, yTitle: yTitle) + content)
  }

  private var gridLines: [Element] {
    yTicks.flatMap { tick -> [Element] in
      guard let fraction = y.fraction(tick.value) else { return [] }
      let height = area.maxY - fraction * area.height
      let line = Shape.line(Point(area.x, height), Point(area.maxX, height))
      let label = TextRun(
        tick.label, at: Point(area.x - 6, height + Self.font.middleShift), font: Self.font,
        ink: .muted, anchor: .end)
      return [.shape(line, .stroked(.grid)), .text(label)]
    }
  }

  private var xMarks: [Element] {
    let base = Shape.line(Point(area.x, area.maxY), Point(area.maxX, area.maxY))
    return [.shape(base, .stroked(.axis))]
      + xTicks.flatMap { tick -> [Element] in
        guard let fraction = x.fraction(tick.value) else { return [] }
        let place = area.x + fraction * area.width
        let mark = Shape.line(Point(place, area.maxY), Point(place, area.maxY + 4))
        let label = TextRun(
          tick.label, at: Point(place, area.maxY + 16), font: Self.font, ink: .muted,
          anchor: .middle)
        return [.shape(mark, .stroked(.axis)), .text(label)]
      }
  }
}
