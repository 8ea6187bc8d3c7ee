/// CPython's `random.seed(n)` and `random.shuffle` (Lib/random.py and Modules/_randommodule.c of
/// Python 3), number for number.
struct PythonRandom {
  private var twister: MersenneTwister

  /// `random.seed(seed)` for a non-negative integer below 2³².
  init(seed: UInt32) {
    twister = MersenneTwister(key: [seed])
  }

  /// The numbers 0 ..< `count` after `random.shuffle`: Fisher & Yates from the end.
  mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, index(below: last + 1))
    }
    return order
  }

  /// `_randbelow_with_getrandbits`: draws of just enough bits, rejected until one is below `bound`.
  private mutating func index(below bound: Int) -> Int {
    let bits = UInt32(Int.bitWidth - bound.leadingZeroBitCount)
    while true {
      let draw = Int(twister.next() >> (32 - bits))
      if draw < bound { return draw }
    }
  }
}
