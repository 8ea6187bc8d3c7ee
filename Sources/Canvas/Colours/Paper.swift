/// What a drawing is shown on.
public enum Paper: Sendable, CaseIterable {
  /// White paper, as in print.
  case white
  /// A dark screen.
  case dark

  /// The inks that a style sheet can paint.
  public static let inks: [Ink] =
    [.text, .muted, .axis, .grid, .paper] + Ink.palette.indices.map { .series($0) }

  /// The colours of this paper as declarations of a style sheet, as in `--c0: #0072b2;`.
  public var variables: String {
    Self.inks.map { "--\($0.styleName): \($0.colour(on: self).hexadecimal);" }
      .joined(separator: " ")
  }

  /// The rules that paint the elements of an SVG by those declarations.
  public static let rules = inks.map { ink in
    let name = ink.styleName
    return ".f-\(name) { fill: var(--\(name)); } .s-\(name) { stroke: var(--\(name)); }"
  }.joined(separator: "\n")
}
