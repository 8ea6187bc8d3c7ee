/// Reads the few Python literals of an .npy header: `{'key': 'text' | True | False | (1, 2), …}`.
struct PythonLiteralScanner {
  enum Value: Equatable {
    case text(String)
    case flag(Bool)
    case numbers([Int])
    case other
  }

  private var rest: Substring

  init(_ text: String) {
    rest = text[...]
  }

  /// A dictionary and nothing after it, or nil.
  mutating func dictionary() -> [String: Value]? {
    guard take("{") else { return nil }
    var fields: [String: Value] = [:]
    while !take("}") {
      guard let key = quoted(), take(":"), let value = value(), fields[key] == nil else {
        return nil
      }
      fields[key] = value
      if !take(",") {
        guard take("}") else { return nil }
        break
      }
    }
    skipSpace()
    return rest.isEmpty ? fields : nil
  }

  private mutating func value() -> Value? {
    if let text = quoted() { return .text(text) }
    if take("True") { return .flag(true) }
    if take("False") { return .flag(false) }
    if take("(") { return tuple() }
    return list() ? .other : nil
  }

  private mutating func tuple() -> Value? {
    var numbers: [Int] = []
    while !take(")") {
      let digits = rest.prefix { $0.isNumber }
      guard let number = Int(digits) else { return nil }
      rest = rest.dropFirst(digits.count)
      numbers.append(number)
      if !take(",") {
        guard take(")") else { return nil }
        break
      }
      skipSpace()
    }
    return .numbers(numbers)
  }

  /// Skips a bracketed list (the description of a structured type).
  private mutating func list() -> Bool {
    guard take("[") else { return false }
    var depth = 1
    while depth > 0, let character = rest.popFirst() {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
    }
    return depth == 0
  }

  private mutating func quoted() -> String? {
    skipSpace()
    guard let quote = rest.first, quote == "'" || quote == "\"" else { return nil }
    let body = rest.dropFirst().prefix { $0 != quote }
    let after = rest.dropFirst(body.count + 1)
    guard after.first == quote else { return nil }
    rest = after.dropFirst()
    return String(body)
  }

  private mutating func take(_ token: String) -> Bool {
    skipSpace()
    guard rest.hasPrefix(token) else { return false }
    rest = rest.dropFirst(token.count)
    return true
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0.isWhitespace }
  }
}
