import Foundation

/// The names in the outermost object of a JSON text that a decoder has accepted.
struct SafetensorsNames {
  private var names: [String] = []

  init(_ text: Data) {
    var depth = 0
    var literal: Data?
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case UInt8(ascii: "\""):
        let end = Self.end(ofLiteralAt: index, in: text)
        // Only a literal that a colon follows is a name; the next round sees it.
        literal = depth == 1 ? text[index..<end] : nil
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ":"):
        if let name = literal.flatMap(Self.text) { names.append(name) }
        literal = nil
      default: break
      }
      index += 1
    }
  }

  /// A name that is there twice, or nil.
  var repeated: String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
  }

  /// The index after the closing quote.
  private static func end(ofLiteralAt start: Int, in text: Data) -> Int {
    var index = start + 1
    while index < text.endIndex, text[index] != UInt8(ascii: "\"") {
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, text.endIndex)
  }

  private static func text(_ literal: Data) -> String? {
    try? JSONDecoder().decode(String.self, from: Data(literal))
  }
}
