extension SDIRKTableau {
  /// Every diagonally implicit method, one for each file beside this one.
  public static let catalogue: [SDIRKTableau] = [.trbdf2, .kvaerno3, .kenCarp4, .kvaerno5]
}
