/// What the numbers of a vector or matrix are.
public enum NumberField: Sendable {
  /// One Double each.
  case real
  /// A pair of Doubles each, real part first.
  case complex

  /// Doubles that a number takes.
  public var width: Int { self == .real ? 1 : 2 }

  /// The conjugates of these numbers; themselves when real.
  func conjugated(_ x: [Double]) -> [Double] {
    guard self == .complex else { return x }
    return x.enumerated().map { $0.offset % 2 == 1 ? -$0.element : $0.element }
  }

  /// Checks that b is a right-hand side for as many unknowns.
  func checkSide(_ b: [Double], unknowns: Int) {
    precondition(
      b.count == unknowns * width,
      "a right-hand side of \(b.count) numbers for a system of \(unknowns * width)")
  }
}
