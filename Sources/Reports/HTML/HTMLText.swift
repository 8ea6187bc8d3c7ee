import Canvas

/// Pieces of text as HTML; the only place that turns foreign text into markup.
struct HTMLText {
  /// Places that stand in a table's data and not on the page, each with the table's own.
  var hidden: [String: String] = [:]

  func spans(_ spans: [TextSpan]) -> String {
    var text = ""
    for span in spans { text += self.span(span) }
    return text
  }

  static func escaped(_ text: String) -> String { MarkupText.escaped(text) }

  private func span(_ span: TextSpan) -> String {
    let text = Self.escaped(span.text)
    let styled =
      switch span.style {
      case .plain: text
      case .strong: "<b>\(text)</b>"
      case .muted: "<span class=\"muted\">\(text)</span>"
      case .code: "<code>\(text)</code>"
      }
    switch span.target {
    case .none: return styled
    case .place(let name): return "<a href=\"#\(place(name))\">\(styled)</a>"
    case .address(let address):
      return "<a href=\"\(Self.escaped(address))\" rel=\"noreferrer\">\(styled)</a>"
    }
  }

  /// Where a link leads without scripts, and what it means to them.
  private func place(_ name: String) -> String {
    let escaped = Self.escaped(name)
    guard let table = hidden[name] else { return escaped }
    return "\(Self.escaped(table))\" data-cell=\"\(escaped)"
  }
}
