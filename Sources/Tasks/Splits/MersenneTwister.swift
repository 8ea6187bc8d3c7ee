/// The 32-bit Mersenne Twister MT19937 (Matsumoto & Nishimura, ACM TOMACS 8, 1998; seeding by array
/// of the 2002 reference code), which CPython's `random` module uses. Only for splits that a
/// published harness made with it; everything else draws from `Randomness`.
struct MersenneTwister {
  private static let size = 624
  private static let shift = 397
  private static let matrix: UInt32 = 0x9908_B0DF

  private var state: [UInt32]
  private var index = MersenneTwister.size

  /// The generator after `init_by_array(key)`.
  init(key: [UInt32]) {
    state = [UInt32](repeating: 0, count: Self.size)
    state[0] = 19_650_218
    for i in 1..<Self.size {
      state[i] = 1_812_433_253 &* (state[i - 1] ^ state[i - 1] >> 30) &+ UInt32(i)
    }
    mix(key)
  }

  /// 32 uniform random bits.
  mutating func next() -> UInt32 {
    if index == Self.size { refill() }
    var y = state[index]
    index += 1
    y ^= y >> 11
    y ^= y << 7 & 0x9D2C_5680
    y ^= y << 15 & 0xEFC6_0000
    return y ^ y >> 18
  }

  private mutating func mix(_ key: [UInt32]) {
    var i = 1
    var j = 0
    for _ in 0..<max(Self.size, key.count) {
      state[i] =
        (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_664_525) &+ key[j] &+ UInt32(j)
      advance(&i)
      j = (j + 1) % key.count
    }
    for _ in 1..<Self.size {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) &* 1_566_083_941) &- UInt32(i)
      advance(&i)
    }
    state[0] = 0x8000_0000
  }

  private mutating func advance(_ i: inout Int) {
    i += 1
    if i == Self.size {
      state[0] = state[Self.size - 1]
      i = 1
    }
  }

  private mutating func refill() {
    for k in 0..<Self.size {
      let y = state[k] & 0x8000_0000 | state[(k + 1) % Self.size] & 0x7FFF_FFFF
      state[k] = state[(k + Self.shift) % Self.size] ^ y >> 1 ^ (y & 1 == 0 ? 0 : Self.matrix)
    }
    index = 0
  }
}
