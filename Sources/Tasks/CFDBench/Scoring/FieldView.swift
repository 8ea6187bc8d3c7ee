/// Which numbers of a predicted velocity are scored.
enum FieldView {
  /// Both components of the fluid; everything else has no weight.
  case fluid
  /// Both components, multiplied by the mask, over the whole grid, as the authors score their models of
  /// images (D7).
  case masked
  /// u alone over the whole grid, added cells and solids included, as the authors score their models of
  /// points and the identity (D7).
  case horizontal
  /// u alone, multiplied by the mask, over the whole grid, as the authors score roll-outs.
  case maskedHorizontal

  /// Components that are scored.
  var components: Int { self == .fluid || self == .masked ? 2 : 1 }
  /// Whether values are multiplied by the mask.
  var isMasked: Bool { self == .masked || self == .maskedHorizontal }
}
