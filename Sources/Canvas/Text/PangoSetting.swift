import CCairo

/// How Pango is set up everywhere: one unit a point, no hinting, so that measures do not depend on
/// the surface.
enum PangoSetting {
  static let scale = Double(PANGO_SCALE)

  static func makeContext() -> OpaquePointer {
    guard let map = pango_cairo_font_map_get_default(),
      let context = pango_font_map_create_context(map)
    else { preconditionFailure("Pango gives no font map") }
    configure(context)
    return context
  }

  static func configure(_ context: OpaquePointer) {
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  static func makeLayout(_ context: OpaquePointer, font: Font) -> OpaquePointer {
    guard let layout = pango_layout_new(context), let description = pango_font_description_new()
    else { preconditionFailure("Pango gives no layout") }
    pango_font_description_set_family(description, font.family.rawValue)
    pango_font_description_set_absolute_size(description, font.size * scale)
    pango_font_description_set_weight(
      description, font.weight == .bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, description)
    pango_font_description_free(description)
    return layout
  }
}
