import Experiment
import Foundation
import Yams

extension Node {
  /// What stands there, as a noun phrase for errors.
  var phrase: String {
    switch self {
    case .scalar(let scalar): scalar.isNothing ? "nothing" : "'\(scalar.shown)'"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  /// The value by YAML's own rules, for parameters that only their decoder can judge.
  var untypedValue: JSONValue {
    switch self {
    case .scalar(let scalar):
      for type in [ParameterType.truth, .integer, .number, .text] {
        if let value = scalar.value(as: type) { return value }
      }
      return .null
    case .sequence(let entries): return .list(entries.map(\.untypedValue))
    case .mapping(let mapping):
      let pairs = mapping.map { ($0.key.string ?? $0.key.phrase, $0.value.untypedValue) }
      return .mapping(Dictionary(pairs) { first, _ in first })
    case .alias: return .null
    }
  }
}

extension Node.Scalar {
  /// The characters of a value that an error shows; enough to find it.
  private static let shownCharacters = 80

  /// The text, or its beginning when it is long.
  var shown: String {
    let start = string.prefix(Self.shownCharacters)
    return start.endIndex == string.endIndex ? string : start + "…"
  }

  /// Words that YAML reads as something other than a text, in small letters.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  /// Whether it is a text by its first letter: to find out a tag, regular expressions are tried one by one.
  private var isPlainlyText: Bool {
    guard let first = string.utf8.first, (65...90).contains(first) || (97...122).contains(first)
    else { return false }
    return string.utf8.count > 5 || !Self.words.contains(string.lowercased())
  }

  /// Whether it is `null`, `~` or left out.
  var isNothing: Bool { !isPlainlyText && Node.scalar(self).tag == Tag(.null) }

  /// The value when it is of `type`, otherwise nil. Numbers are finite and not in quotes.
  func value(as type: ParameterType) -> JSONValue? {
    let node = Node.scalar(self)
    let isPlain = style == .plain || style == .any
    switch type {
    case .truth: return node.tag == Tag(.bool) ? node.bool.map(JSONValue.truth) : nil
    case .integer: return node.tag == Tag(.int) ? node.int.map(JSONValue.integer) : nil
    case .number:
      guard isPlain, let number = node.float, number.isFinite else { return nil }
      return .number(number)
    case .text:
      if isPlainlyText { return .text(string) }
      let others = [Tag.Name.bool, .int, .float, .null].map { Tag($0) }
      return others.contains(node.tag) ? nil : .text(string)
    case .choice(let names): return names.contains(string) ? .text(string) : nil
    case .anything, .free: return node.untypedValue
    case .list, .mapping: return nil
    }
  }
}
