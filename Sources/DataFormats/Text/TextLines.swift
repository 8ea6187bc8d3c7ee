import Foundation

/// The lines of a text, without their ends (`\n` or `\r\n`), counted from 1.
struct TextLines: Sequence, IteratorProtocol {
  /// One line.
  struct Line {
    /// Its number, from 1.
    let number: Int
    /// Its bytes.
    let bytes: ArraySlice<UInt8>

    /// Its beginning, for an error.
    var excerpt: String { Excerpt.text(bytes) }
  }

  private static let feed = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ data: Data) {
    bytes = [UInt8](data)
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    var end = position
    while end < bytes.count, bytes[end] != Self.feed { end += 1 }
    var line = bytes[position..<end]
    if line.last == Self.carriage { line = line.dropLast() }
    position = end + 1
    number += 1
    return Line(number: number, bytes: line)
  }
}
