/// How a length is split into the passes of a transform.
enum FourierFactors {
  /// The greatest prime that has a pass of its own; beyond it a convolution takes fewer operations.
  static let greatestRadix = 31

  /// The radices of `count` in the order of their passes, or nil when a prime is too great.
  static func radices(of count: Int) -> [Int]? {
    var radices: [Int] = []
    var rest = count
    var prime = 3
    while rest > 1, prime <= greatestRadix {
      while rest % prime == 0 {
        radices.append(prime)
        rest /= prime
      }
      prime += 2
    }
    let twos = rest.trailingZeroBitCount
    guard rest == 1 << twos else { return nil }
    return radices.reversed() + powersOfTwo(twos)
  }

  /// 2^`exponent` by radix 4, with one 8 or 2 where the exponent is odd.
  private static func powersOfTwo(_ exponent: Int) -> [Int] {
    switch exponent {
    case 0: []
    case 1: [2]
    case let odd where odd % 2 == 1: [8] + [Int](repeating: 4, count: (odd - 3) / 2)
    default: [Int](repeating: 4, count: exponent / 2)
    }
  }

  /// A length of at least 2 `count` − 1 with quick passes: a power of two times 1, 3, 5 or 15.
  static func convolutionCount(of count: Int) -> Int {
    let least = 2 * count - 1
    let candidates = [1, 3, 5, 15].map { odd in
      var length = odd
      while length < least { length *= 2 }
      return length
    }
    return candidates.min() ?? least
  }
}
