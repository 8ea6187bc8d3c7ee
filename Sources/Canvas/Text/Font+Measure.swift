import CCairo
import Synchronization

extension Font {
  /// The width of `text` as Pango sets it, without hinting.
  public func width(of text: String) -> Double {
    let key = Measured(font: self, text: text)
    if let known = Measured.widths.withLock({ $0[key] }) { return known }
    let width = measuredWidth(of: text)
    Measured.widths.withLock { widths in
      if widths.count >= Measured.most { widths.removeAll() }
      widths[key] = width
    }
    return width
  }

  /// The width of the widest of `texts`; 0 for none.
  public func width(ofWidest texts: [String]) -> Double {
    texts.map(width(of:)).max() ?? 0
  }

  private func measuredWidth(of text: String) -> Double {
    let context = PangoSetting.makeContext()
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    let layout = PangoSetting.makeLayout(context, font: self)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_text(layout, text, -1)
    var extent = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extent)
    return Double(extent.width) / PangoSetting.scale
  }
}

/// A text in a font. Figures measure the same names and numbers again and again, and a layout of Pango
/// takes twenty times as long as a look at what is known; a width never changes.
private struct Measured: Hashable {
  let font: Font
  let text: String

  static let most = 20_000
  static let widths = Mutex<[Measured: Double]>([:])
}
