import Randomness

/// Indices below `count`, several from each random word.
///
/// A word w / 2⁶⁴ is a uniform fraction: the whole part of w · n is an index, the rest a fraction
/// again. k indices in a row deviate from the uniform probability n⁻ᵏ by at most nᵏ / 2⁶⁴ of it,
/// which `perWord` keeps below 2⁻³⁰.
struct StratumDraws {
  let count: Int
  let perWord: Int

  init(count: Int) {
    self.count = count
    var (perWord, patterns) = (1, count.multipliedReportingOverflow(by: count))
    while count > 1, !patterns.overflow, patterns.partialValue <= 1 << 34 {
      perWord += 1
      patterns = patterns.partialValue.multipliedReportingOverflow(by: count)
    }
    self.perWord = count > 1 ? perWord : .max
  }

  /// Calls `body` with `count` indices: one resample of the stratum. A stratum of one takes no draw.
  @inline(__always)
  func forEachIndex(_ random: inout RandomStream, _ body: (Int) -> Void) {
    guard count > 1 else { return body(0) }
    var left = count
    while left > 0 {
      var word = random.next()
      for _ in 0..<min(left, perWord) {
        let product = word.multipliedFullWidth(by: UInt64(count))
        word = product.low
        body(Int(product.high))
      }
      left -= perWord
    }
  }
}
