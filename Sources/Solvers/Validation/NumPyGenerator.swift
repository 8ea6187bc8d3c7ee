/// The uniform numbers of NumPy's `default_rng(seed)`: PCG64 (O'Neill 2014, XSL-RR 128/64) seeded by
/// `SeedSequence`; the reference script of the golden cases draws its networks from it.
public struct NumPyGenerator {
  private static let multiplier: UInt128 = 47_026_247_687_942_121_848_144_207_491_837_523_525
  private var state: UInt128
  private let increment: UInt128
  /// The upper half of the last number that was drawn for its lower half.
  private var spareHalf: UInt32?

  /// The generator of a seed that fits 32 bits.
  public init(seed: UInt32) {
    let words = SeedSequence(seed).words(8)
    func wide(_ first: Int) -> UInt128 {
      let halves = [first, first + 2].map { UInt64(words[$0]) | UInt64(words[$0 + 1]) << 32 }
      return UInt128(halves[0]) << 64 | UInt128(halves[1])
    }
    increment = wide(4) << 1 | 1
    state = 0
    step()
    state &+= wide(0)
    step()
  }

  private mutating func step() { state = state &* Self.multiplier &+ increment }

  private mutating func next() -> UInt64 {
    step()
    let folded = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return folded >> turn | folded << ((64 - turn) & 63)
  }

  private mutating func nextHalf() -> UInt32 {
    if let half = spareHalf {
      spareHalf = nil
      return half
    }
    let whole = next()
    spareHalf = UInt32(truncatingIfNeeded: whole >> 32)
    return UInt32(truncatingIfNeeded: whole)
  }

  /// `count` numbers from 0 up to `bound`, as `integers(0, bound, count)` (Lemire 2019, *Fast Random
  /// Integer Generation in an Interval*).
  public mutating func integers(below bound: UInt32, count: Int) -> [Int] {
    let threshold = (0 &- bound) % bound
    return (0..<count).map { _ in
      var product = UInt64(nextHalf()) * UInt64(bound)
      while UInt32(truncatingIfNeeded: product) < threshold {
        product = UInt64(nextHalf()) * UInt64(bound)
      }
      return Int(product >> 32)
    }
  }

  /// `count` numbers in [`lower`, `upper`), as `uniform(lower, upper, count)`.
  public mutating func uniform(_ lower: Double, _ upper: Double, count: Int) -> [Double] {
    (0..<count).map { _ in lower + (upper - lower) * (Double(next() >> 11) * 0x1p-53) }
  }
}

/// NumPy's `SeedSequence` for one word of entropy (O'Neill's `seed_seq_fe` with a pool of four).
private struct SeedSequence {
  private var pool: [UInt32] = []

  init(_ seed: UInt32) {
    var constant: UInt32 = 0x43B0_D7E5
    func hashed(_ value: UInt32) -> UInt32 {
      var value = value ^ constant
      constant = constant &* 0x931E_8875
      value = value &* constant
      return value ^ value >> 16
    }
    func mixed(_ x: UInt32, _ y: UInt32) -> UInt32 {
      let result = 0xCA01_F9DD &* x &- 0x4973_F715 &* y
      return result ^ result >> 16
    }
    pool = [hashed(seed), hashed(0), hashed(0), hashed(0)]
    for source in 0..<4 {
      for target in 0..<4 where source != target {
        pool[target] = mixed(pool[target], hashed(pool[source]))
      }
    }
  }

  func words(_ count: Int) -> [UInt32] {
    var constant: UInt32 = 0x8B51_F9DD
    return (0..<count).map { index in
      var value = pool[index % 4] ^ constant
      constant = constant &* 0x58F3_8DED
      value = value &* constant
      return value ^ value >> 16
    }
  }
}
