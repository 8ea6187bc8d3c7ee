/// Numbers as text, in the notation that every program writes whatever its locale.
enum DecimalText {
  /// Powers of ten that a Double holds exactly.
  private static let powers = (0...22).map { power in
    (0..<power).reduce(1.0) { product, _ in product * 10 }
  }
  /// Integers below this are exact in a Double.
  private static let exact = 1 << 53

  /// The finite number that `bytes` are, blanks around it aside; nil when they are none.
  static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    let trimmed = trimmed(bytes)
    if let short = plain(trimmed) { return short }
    // Swift reads hexadecimals too, which no table means.
    guard trimmed.count <= 64, trimmed.allSatisfy(isNotation),
      let value = Double(String(decoding: trimmed, as: UTF8.self)), value.isFinite
    else { return nil }
    return value
  }

  /// `bytes` without blanks and tabs at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let first = rest.first, first == 0x20 || first == 0x09 { rest = rest.dropFirst() }
    while let last = rest.last, last == 0x20 || last == 0x09 { rest = rest.dropLast() }
    return rest
  }

  private static func isNotation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: false
    }
  }

  /// A number of few digits without exponent: an integer below 2^53 over a power of ten up to 10^22 is
  /// rounded once, hence correctly (Clinger 1990).
  private static func plain(_ bytes: ArraySlice<UInt8>) -> Double? {
    let isNegative = bytes.first == UInt8(ascii: "-")
    var mantissa = 0
    var digits = 0
    var decimals = -1
    for byte in isNegative ? bytes.dropFirst() : bytes {
      if byte == UInt8(ascii: "."), decimals < 0 {
        decimals = 0
      } else if byte >= 0x30, byte <= 0x39, mantissa < exact / 16 {
        mantissa = mantissa * 10 + Int(byte - 0x30)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else {
        return nil
      }
    }
    guard digits > 0, decimals <= 22, mantissa <= exact else { return nil }
    let value = Double(mantissa) / powers[max(decimals, 0)]
    return isNegative ? -value : value
  }
}
