import Experiment

extension JSONValue {
  /// A text, number or truth value as text; nil for anything else.
  var plainText: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .truth(let value): String(value)
    case .null, .list, .mapping: nil
    }
  }
}
