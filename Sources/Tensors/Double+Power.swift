extension Double {
  /// The `exponent`-th power by repeated squaring.
  ///
  /// One sequence of multiplications on every CPU, which the C library's `pow` is not; off by at most
  /// the rounding of 2 log₂ `exponent` of them.
  public func raised(to exponent: Int) -> Double {
    precondition(exponent >= 0, "a power of \(exponent) is not a product")
    var (result, square, rest) = (1.0, self, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      square *= square
      rest /= 2
    }
    return result
  }
}
