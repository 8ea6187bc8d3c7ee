/// What an error shows of a file's own text: so little that it is read, whatever the file holds. Bytes are
/// counted, since one character may have any number of accents.
enum Excerpt {
  private static let longestText = 40
  private static let mostNames = 60

  /// The beginning of a text.
  static func text(_ bytes: some Collection<UInt8>) -> String {
    let start = bytes.prefix(longestText)
    return String(decoding: start, as: UTF8.self) + (start.endIndex == bytes.endIndex ? "" : "…")
  }

  /// What may stand in a place: the first of `names`.
  static func choice(of names: [String]) -> String {
    guard !names.isEmpty else { return "another file, since this one names nothing" }
    let shown = names.prefix(mostNames).map { text($0.utf8) }
    let rest = names.count - shown.count
    return "one of \(shown.joined(separator: ", "))" + (rest > 0 ? " and \(rest) others" : "")
  }
}
