/// What a group of elements stands for, so that the script of a page can find it. SVG says it in
/// `data-` attributes; PNG and PDF do not.
public enum Tag: Sendable, Equatable {
  /// A plot with its axes and all that lies in it: turns places into numbers and back. A plot of
  /// rows has no vertical scale.
  case plot(area: Rect, x: Scale, y: Scale?, xTitle: String, yTitle: String)
  /// All that belongs to a series; `style` is its place in the suite, the same in every figure.
  /// Each of `values` is x, y and, where the series has a range there, its lower and upper end.
  case series(style: Int, name: String, values: [[Double]] = [])
  /// What names a series and can switch it.
  case legend(style: Int)
  /// One value that stands on its own, in the numbers of the axes; the group's `hover` has it in
  /// words.
  case point(x: Double, y: Double?)
  /// A picture of a field: its colours are `map` over `range`.
  case field(name: String, quantity: String, map: ColourMap, range: ClosedRange<Double>)
  /// A picture of a roll-out: row 0 is the truth.
  case frame(row: Int, step: Int)
  /// A colour bar, whose picture has the colours of a map from left to right, one a pixel.
  case bar(ColourMap)
}
