/// What the numbers of a vector or matrix are.
public enum NumberField: Sendable {
  /// One Double each.
  case real
  /// A pair of Doubles each, real part first.
  case complex

  /// Doubles that a number takes.
  public var width: Int { self == .real ? 1 : 2 }
}
