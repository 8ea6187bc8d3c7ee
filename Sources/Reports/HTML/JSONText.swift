/// JSON for the inside of a script element, where no `</` and no `<!` may occur.
struct JSONText {
  private(set) var text = ""

  mutating func raw(_ part: String) { text += part }

  mutating func string(_ value: String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "<": text += "\\u003c"
      case "\u{2028}", "\u{2029}": text += "\\u\(String(scalar.value, radix: 16))"
      case "\u{0}"..<"\u{20}": text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Markup of this page's own making, in which only the ends of elements need care.
  mutating func markup(_ value: String) {
    text += "\""
    var previous: UInt8 = 0
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.utf8.count + 32)
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "/") where previous == UInt8(ascii: "<"):
        bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      default: bytes.append(byte)
      }
      previous = byte
    }
    text += String(decoding: bytes, as: UTF8.self) + "\""
  }

  mutating func number(_ value: Double) {
    guard value.isFinite else {
      text += "null"
      return
    }
    let written = "\(value)"
    text += written.hasSuffix(".0") ? String(written.dropLast(2)) : written
  }

  /// A list, each entry by `write`.
  mutating func list<Entries: Sequence>(
    _ entries: Entries, _ write: (inout JSONText, Entries.Element) -> Void
  ) {
    text += "["
    var isFirst = true
    for entry in entries {
      if !isFirst { text += "," }
      isFirst = false
      write(&self, entry)
    }
    text += "]"
  }

  /// An object of strings, sorted by key.
  mutating func object(_ entries: [String: String]) {
    text += "{"
    for (index, entry) in entries.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { text += "," }
      string(entry.key)
      text += ":"
      string(entry.value)
    }
    text += "}"
  }
}
