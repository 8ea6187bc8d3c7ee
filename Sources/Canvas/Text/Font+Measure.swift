import CCairo

extension Font {
  /// The width of `text` as Pango sets it, without hinting.
  public func width(of text: String) -> Double {
    let context = PangoSetting.makeContext()
    defer { g_object_unref(UnsafeMutableRawPointer(context)) }
    let layout = PangoSetting.makeLayout(context, font: self)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_text(layout, text, -1)
    var extent = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extent)
    return Double(extent.width) / PangoSetting.scale
  }

  /// The width of the widest of `texts`; 0 for none.
  public func width(ofWidest texts: [String]) -> Double {
    texts.map(width(of:)).max() ?? 0
  }
}
