import Canvas

/// Names at the right of a plot, next to what they name, moved apart where they would overlap.
struct SideLabels {
  struct Label {
    let text: String
    let style: Int
    var height: Double
  }

  static let font = Font(size: 10, weight: .bold)
  static let faintFont = Font(size: 10)
  static let spacing = 13.0

  /// The labels in order of height, at least `spacing` apart and inside `range` as far as it holds
  /// them all.
  static func spread(_ labels: [Label], in range: ClosedRange<Double>) -> [Label] {
    var sorted = labels.sorted { ($0.height, $0.style) < ($1.height, $1.style) }
    for index in sorted.indices.dropFirst() {
      sorted[index].height = max(sorted[index].height, sorted[index - 1].height + spacing)
    }
    var limit = range.upperBound
    for index in sorted.indices.reversed() {
      sorted[index].height = min(sorted[index].height, limit)
      limit = sorted[index].height - spacing
    }
    return sorted
  }

  /// A name in the middle of a plot, on a patch of paper that keeps lines away from it.
  static func shielded(_ text: String, style: Int, at place: Point) -> Element {
    let patch = Rect(x: place.x, y: place.y - 6, width: font.width(of: text) + 4, height: 12)
    let name = TextRun(
      text, at: Point(place.x + 2, place.y + font.middleShift), font: font, ink: .text)
    return .tagged(
      .legend(style: style), [.shape(.rect(patch), .filled(.paper, opacity: 0.85)), .text(name)])
  }

  /// Names with the signs of their series, beside a plot from `x` on.
  static func signed(_ labels: [Label], x: Double, in range: ClosedRange<Double>) -> [Element] {
    spread(labels, in: range).map { label in
      let name = TextRun(
        label.text, at: Point(x + 9, label.height + font.middleShift), font: font, ink: .text)
      return .tagged(
        .legend(style: label.style),
        [
          Marker.element(style: label.style, at: Point(x, label.height), radius: 3), .text(name),
        ])
    }
  }
}
