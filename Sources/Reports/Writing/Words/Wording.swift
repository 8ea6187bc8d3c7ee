/// `1 seed`, `3 seeds`.
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}

/// `a, b and 7 others` where there are more than `most`.
func shortened(_ words: [String], most: Int = 4) -> String {
  guard words.count > most + 1 else { return listed(words) }
  return words.prefix(most).joined(separator: ", ") + " and \(words.count - most) others"
}

/// As in `45 s`, `12 min`, `3.4 h`.
func lasting(_ seconds: Double) -> String {
  switch seconds {
  case ..<1: "\(Int((seconds * 1000).rounded())) ms"
  case ..<120: "\(Int(seconds.rounded())) s"
  case ..<7200: "\(Int((seconds / 60).rounded())) min"
  default: "\((seconds / 360).rounded() / 10) h"
  }
}
