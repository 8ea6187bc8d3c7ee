/// FNV-1a over 64-bit words: tells whether two computations gave the same bits.
struct BitHash {
  private(set) var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt64) { state = (state ^ word) &* 0x100_0000_01b3 }
}
