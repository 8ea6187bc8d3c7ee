/// A colour by its purpose, so that a page can choose another one for dark paper.
public enum Ink: Sendable, Equatable, Hashable {
  /// Words and data that are read.
  case text
  /// Words that accompany.
  case muted
  /// Axes.
  case axis
  /// Grid lines.
  case grid
  /// The page itself.
  case paper
  /// What belongs to the n-th series.
  case series(Int)
  /// A fixed colour.
  case fixed(Colour)

  /// Okabe and Ito's palette ("Color Universal Design", 2008) without black, and with its yellow
  /// replaced by a grey that can be read on white; series beyond the last begin again.
  public static let palette: [Colour] = [
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x6B6B6B,
  ].map { Colour($0) }

  /// The colour on white paper.
  public var colour: Colour {
    switch self {
    case .text: Colour(0x1C1C1A)
    case .muted: Colour(0x63625D)
    case .axis: Colour(0x8B8A84)
    case .grid: Colour(0xE4E2DC)
    case .paper: Colour(0xFFFFFF)
    case .series(let index): Self.palette[index % Self.palette.count]
    case .fixed(let colour): colour
    }
  }

  /// The name in style sheets, which may give another colour to `f-<name>` (fill) and `s-<name>`
  /// (stroke); empty for a fixed colour.
  public var styleName: String {
    switch self {
    case .text: "text"
    case .muted: "muted"
    case .axis: "axis"
    case .grid: "grid"
    case .paper: "paper"
    case .series(let index): "c\(index % Self.palette.count)"
    case .fixed: ""
    }
  }
}
