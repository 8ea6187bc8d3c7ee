/// Philox 4x32-10 (Salmon et al. 2011, section 3.3; constants of the Random123 distribution).

typealias PhiloxCounter = (UInt32, UInt32, UInt32, UInt32)

struct PhiloxKey: Sendable, Equatable {
  var low: UInt32
  var high: UInt32

  init(_ seed: UInt64) {
    low = UInt32(truncatingIfNeeded: seed)
    high = UInt32(truncatingIfNeeded: seed >> 32)
  }
}

private let multiplierA: UInt32 = 0xD251_1F53
private let multiplierB: UInt32 = 0xCD9E_8D57
private let weylA: UInt32 = 0x9E37_79B9
private let weylB: UInt32 = 0xBB67_AE85
private let rounds = 10

func philox(counter: PhiloxCounter, key: PhiloxKey) -> PhiloxCounter {
  var (c0, c1, c2, c3) = counter
  var key = key
  for _ in 0..<rounds {
    let a = multiplierA.multipliedFullWidth(by: c0)
    let b = multiplierB.multipliedFullWidth(by: c2)
    (c0, c1, c2, c3) = (b.high ^ c1 ^ key.low, b.low, a.high ^ c3 ^ key.high, a.low)
    key.low &+= weylA
    key.high &+= weylB
  }
  return (c0, c1, c2, c3)
}
