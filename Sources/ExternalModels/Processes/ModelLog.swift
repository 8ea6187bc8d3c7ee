import Foundation

/// The last words of a model's program, for the reason why it died.
struct ModelLog {
  private static let kept = 4096
  private static let lines = 3
  private static let longestQuote = 400
  private var tail: [UInt8] = []

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    tail.append(contentsOf: bytes)
    if tail.count > 2 * Self.kept { tail.removeFirst(tail.count - Self.kept) }
  }

  /// `; its log ends with '…'`, or nothing when it wrote nothing.
  var ending: String {
    let last = String(decoding: tail.suffix(Self.kept), as: UTF8.self)
      .split(whereSeparator: \.isNewline).suffix(Self.lines)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      .joined(separator: " | ")
    guard !last.isEmpty else { return "" }
    let cut = last.count > Self.longestQuote ? "…" + last.suffix(Self.longestQuote) : last
    return "; its log ends with '\(cut)'"
  }
}
