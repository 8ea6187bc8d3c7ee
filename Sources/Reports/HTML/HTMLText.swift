import Canvas

/// Pieces of text as HTML; the only place that turns foreign text into markup.
enum HTMLText {
  static func spans(_ spans: [TextSpan]) -> String {
    spans.map(span).joined()
  }

  static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private static func span(_ span: TextSpan) -> String {
    let text = escaped(span.text)
    let styled =
      switch span.style {
      case .plain: text
      case .strong: "<b>\(text)</b>"
      case .muted: "<span class=\"muted\">\(text)</span>"
      case .code: "<code>\(text)</code>"
      }
    switch span.target {
    case .none: return styled
    case .place(let name): return "<a href=\"#\(escaped(name))\">\(styled)</a>"
    case .address(let address):
      return "<a href=\"\(escaped(address))\" rel=\"noreferrer\">\(styled)</a>"
    }
  }
}
