/// The binary range decoder of LZMA: 32 bits of range, probabilities of 11 bits that adapt by 1/32.
struct RangeDecoder {
  private static let leastRange: UInt32 = 1 << 24

  private var bytes: ArraySlice<UInt8> = []
  private var position = 0
  private var range: UInt32 = 0
  private var code: UInt32 = 0

  /// Whether more bytes were asked for than there are.
  private(set) var isExhausted = false

  /// Whether the bytes were used up exactly, as at the end of a sound chunk.
  var isFinished: Bool { !isExhausted && position == bytes.endIndex && code == 0 }

  /// Begins with `packed`; false when it cannot be a chunk.
  mutating func start(_ packed: ArraySlice<UInt8>) -> Bool {
    guard packed.count >= 5, packed.first == 0 else { return false }
    bytes = packed
    position = packed.startIndex + 5
    range = .max
    code = packed.dropFirst().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    isExhausted = false
    return code != range
  }

  /// A decision of `probability`, which adapts: that of 0 in units of 1/2048.
  mutating func bit(_ probability: inout UInt16) -> Int {
    let bound = range >> 11 * UInt32(probability)
    let value: Int
    if code < bound {
      range = bound
      probability += (2048 - probability) >> 5
      value = 0
    } else {
      range -= bound
      code -= bound
      probability -= probability >> 5
      value = 1
    }
    normalise()
    return value
  }

  /// `bits` even decisions, the highest first.
  mutating func direct(bits: Int) -> Int {
    var value = 0
    for _ in 0..<bits {
      range >>= 1
      let isOne = code >= range
      if isOne { code -= range }
      value = value << 1 | (isOne ? 1 : 0)
      normalise()
    }
    return value
  }

  private mutating func normalise() {
    guard range < Self.leastRange else { return }
    range <<= 8
    guard position < bytes.endIndex else {
      isExhausted = true
      return
    }
    code = code << 8 | UInt32(bytes[position])
    position += 1
  }
}
