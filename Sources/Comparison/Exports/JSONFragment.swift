import Foundation

/// Pieces of JSON that are written one by one, so that a long export needs no tree in memory.
enum JSONFragment {
  /// `text` in quotes with everything escaped that JSON demands.
  static func string(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default:
        if scalar.value < 0x20 {
          escaped += String(format: "\\u%04x", scalar.value)
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped + "\""
  }

  /// An object of keys and values that are JSON already, in the order given.
  static func object(_ entries: [(String, String)]) -> String {
    "{" + entries.map { string($0) + ":" + $1 }.joined(separator: ",") + "}"
  }

  /// The shortest form that reads back to the same bits.
  static func number(_ value: Double) -> String { value.description }
}
