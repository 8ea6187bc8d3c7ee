/// The state of an LZMA decoder between the chunks of an LZMA2 stream: an adaptive binary range coder over
/// literals, matches and repeated matches (Pavlov, "LZMA specification", public domain).
struct LZMADecoder {
  /// Where the probabilities of each kind of decision begin in the one table.
  private enum Place {
    static let isMatch = 0
    static let isRepeat = isMatch + 12 * 16
    static let isOther = isRepeat + 12
    static let isThirdOrFourth = isOther + 12
    static let isFourth = isThirdOrFourth + 12
    static let isLong = isFourth + 12
    static let slots = isLong + 12 * 16
    static let distances = slots + 4 * 64
    static let alignment = distances + 128
    static let matchLength = alignment + 16
    static let repeatLength = matchLength + lengths
    static let literals = repeatLength + lengths
    /// Two choices, 16 x 8 short, 16 x 8 middle and 256 long lengths.
    static let lengths = 2 + 128 + 128 + 256
  }

  private static let even: UInt16 = 1024
  private static let shortest = 2

  /// All that was unpacked.
  private(set) var output: [UInt8] = []
  private var dictionaryStart = 0
  private var probabilities: [UInt16] = []
  private var literalContextBits = 0
  private var literalPositionBits = 0
  private var positionBits = 0
  private var state = 0
  private var distances = [0, 0, 0, 0]
  private var coder = RangeDecoder()

  /// Whether the numbers of context bits are known.
  var hasProperties: Bool { !probabilities.isEmpty }

  /// Forgets what was unpacked, as far as matches are concerned.
  mutating func resetDictionary() { dictionaryStart = output.count }

  /// Appends bytes that are not packed.
  mutating func append(_ bytes: ArraySlice<UInt8>) { output.append(contentsOf: bytes) }

  /// Sets the numbers of context bits and resets the state; false when `byte` is none of theirs.
  mutating func setProperties(_ byte: UInt8) -> Bool {
    guard byte < 9 * 5 * 5 else { return false }
    literalContextBits = Int(byte) % 9
    literalPositionBits = Int(byte) / 9 % 5
    positionBits = Int(byte) / 45
    guard literalContextBits + literalPositionBits <= 4 else { return false }
    resetState()
    return true
  }

  /// Makes every decision even again.
  mutating func resetState() {
    let literals = 0x300 << (literalContextBits + literalPositionBits)
    probabilities = [UInt16](repeating: Self.even, count: Place.literals + literals)
    state = 0
    distances = [0, 0, 0, 0]
  }

  /// Appends the `count` bytes to which `packed` unpacks; false when it does not.
  mutating func decode(_ packed: ArraySlice<UInt8>, count: Int) -> Bool {
    guard hasProperties, coder.start(packed) else { return false }
    let end = output.count + count
    while output.count < end {
      let position = (output.count - dictionaryStart) & (1 << positionBits - 1)
      if bit(Place.isMatch + state * 16 + position) == 0 {
        literal()
      } else {
        guard let length = match(position), distances[0] < output.count - dictionaryStart,
          length <= end - output.count
        else { return false }
        for _ in 0..<length { output.append(output[output.count - 1 - distances[0]]) }
      }
      guard !coder.isExhausted else { return false }
    }
    return coder.isFinished
  }

  private mutating func literal() {
    let previous = output.count > dictionaryStart ? Int(output[output.count - 1]) : 0
    let position = (output.count - dictionaryStart) & (1 << literalPositionBits - 1)
    let context = position << literalContextBits + previous >> (8 - literalContextBits)
    let table = Place.literals + 0x300 * context
    var symbol = 1
    // Behind a match the byte that would have continued it is the better context.
    if state >= 7, distances[0] < output.count - dictionaryStart {
      var expected = Int(output[output.count - 1 - distances[0]])
      while symbol < 0x100 {
        let expectedBit = expected >> 7 & 1
        expected <<= 1
        let found = bit(table + (1 + expectedBit) << 8 + symbol)
        symbol = symbol << 1 | found
        if found != expectedBit { break }
      }
    }
    while symbol < 0x100 { symbol = symbol << 1 | bit(table + symbol) }
    output.append(UInt8(truncatingIfNeeded: symbol))
    state = state < 4 ? 0 : (state < 10 ? state - 3 : state - 6)
  }

  /// Decodes a match into `distances[0]`; its length, or nil when there cannot be one.
  private mutating func match(_ position: Int) -> Int? {
    guard bit(Place.isRepeat + state) == 1 else {
      distances = [0] + distances[0..<3]
      let length = length(Place.matchLength, position)
      distances[0] = distance(length)
      state = state < 7 ? 7 : 10
      return length
    }
    if bit(Place.isOther + state) == 0 {
      if bit(Place.isLong + state * 16 + position) == 0 {
        state = state < 7 ? 9 : 11
        return 1
      }
    } else {
      let place =
        bit(Place.isThirdOrFourth + state) == 0 ? 1 : 2 + bit(Place.isFourth + state)
      distances.insert(distances.remove(at: place), at: 0)
    }
    let length = length(Place.repeatLength, position)
    state = state < 7 ? 8 : 11
    return length
  }

  private mutating func length(_ table: Int, _ position: Int) -> Int {
    if bit(table) == 0 {
      return Self.shortest + tree(table + 2 + position * 8, bits: 3)
    }
    if bit(table + 1) == 0 {
      return Self.shortest + 8 + tree(table + 2 + 128 + position * 8, bits: 3)
    }
    return Self.shortest + 16 + tree(table + 2 + 256, bits: 8)
  }

  private mutating func distance(_ length: Int) -> Int {
    let slot = tree(Place.slots + 64 * min(length - Self.shortest, 3), bits: 6)
    guard slot >= 4 else { return slot }
    let bits = slot >> 1 - 1
    let first = (2 | slot & 1) << bits
    if slot < 14 { return first + reverseTree(Place.distances + first - slot, bits: bits) }
    return first + coder.direct(bits: bits - 4) << 4 + reverseTree(Place.alignment, bits: 4)
  }

  private mutating func tree(_ table: Int, bits: Int) -> Int {
    var symbol = 1
    for _ in 0..<bits { symbol = symbol << 1 | bit(table + symbol) }
    return symbol - 1 << bits
  }

  private mutating func reverseTree(_ table: Int, bits: Int) -> Int {
    var symbol = 1
    var value = 0
    for place in 0..<bits {
      let found = bit(table + symbol)
      symbol = symbol << 1 | found
      value |= found << place
    }
    return value
  }

  private mutating func bit(_ place: Int) -> Int { coder.bit(&probabilities[place]) }
}
