/// The parts of a line between separators, with the empty ones. One at a time: a line of separators alone
/// would make sixteen times as many bytes of parts.
struct TextFields: Sequence, IteratorProtocol {
  private let separator: UInt8
  private var rest: ArraySlice<UInt8>?

  init(_ line: ArraySlice<UInt8>, separator: Unicode.Scalar) {
    rest = line
    self.separator = UInt8(ascii: separator)
  }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let line = rest else { return nil }
    guard let end = line.firstIndex(of: separator) else {
      rest = nil
      return line
    }
    rest = line[(end + 1)...]
    return line[..<end]
  }
}
