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

  /// The colours of series on white paper; series beyond the last begin again.
  ///
  /// Okabe and Ito's palette ("Color Universal Design", 2008) with its yellow replaced by a grey that
  /// can be read on white, and five darker colours that keep as far from all others, also as seen
  /// without red, green or blue cones (Machado, Oliveira and Fernandes 2009), as its own do.
  public static let palette: [Colour] = [
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x6B6B6B, 0x003B73, 0x8C510A,
    0x9E0142, 0x5B3A00, 0x222222,
  ].map { Colour($0) }

  /// The colours of series on dark paper, about the same hues, found by a search for the largest
  /// smallest distance under the same kinds of vision.
  public static let darkPalette: [Colour] = [
    0x64DBFF, 0xD46308, 0xAAEDAA, 0xEB85B8, 0xF7D221, 0x72B3F8, 0xC4C4C4, 0x668BF4, 0x9F8763,
    0xD15DC7, 0xCCAD6A, 0xF5F5F5,
  ].map { Colour($0) }

  /// The colour on white paper.
  public var colour: Colour { colour(on: .white) }

  /// The colour on a paper.
  public func colour(on paper: Paper) -> Colour {
    switch self {
    case .text: Colour(paper == .white ? 0x1C1C1A : 0xE7E4DD)
    case .muted: Colour(paper == .white ? 0x63625D : 0xA3A097)
    case .axis: Colour(paper == .white ? 0x8B8A84 : 0x77756E)
    case .grid: Colour(paper == .white ? 0xE4E2DC : 0x2D2E33)
    case .paper: Colour(paper == .white ? 0xFFFFFF : 0x15161A)
    case .series(let index):
      (paper == .white ? Self.palette : Self.darkPalette)[index % Self.palette.count]
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
