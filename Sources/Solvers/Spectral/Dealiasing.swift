/// Whether products of modes may fall back on modes that the grid confuses with theirs.
public enum Dealiasing: Sendable {
  /// All modes are kept.
  case none
  /// Modes above two thirds of the highest are removed before and after the product (Orszag 1971),
  /// which makes quadratic terms free of aliases.
  case twoThirds
}
