/// Bytes of a stranger as a piece of a sentence.
enum Quotation {
  private static let longest = 80

  /// The first bytes in quotes, what cannot be printed as escapes.
  static func text(of bytes: UnsafeRawBufferPointer) -> String {
    text(String(decoding: bytes.prefix(longest), as: UTF8.self), isCut: bytes.count > longest)
  }

  /// The beginning of `text` in quotes.
  static func text(_ text: String) -> String {
    Self.text(String(text.prefix(longest)), isCut: text.count > longest)
  }

  private static func text(_ text: String, isCut: Bool) -> String {
    let shown = text.unicodeScalars.map { $0.isPrintable ? String($0) : $0.escaped(asASCII: true) }
    return "'" + shown.joined() + (isCut ? "…'" : "'")
  }
}

extension Unicode.Scalar {
  fileprivate var isPrintable: Bool {
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
