extension LineOperator {
  /// Cell-centred unknowns between a zero-gradient wall and an end where the value is 0.
  static func valueAtEnd(_ axis: GridAxis) -> LineOperator {
    var conductances = axis.gaps.map { 1 / $0 }
    conductances[0] = 0
    return LineOperator(weights: axis.widths, conductances: conductances)
  }
}
