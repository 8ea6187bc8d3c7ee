/// What is wrong with bytes that should be a frame.
public enum FrameFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// They do not begin with the mark; the beginning of what came instead.
  case noMark(String)
  /// A header of this length is announced.
  case headerLength(Int)
  /// A body of this length is announced where at most `limit` bytes may come.
  case bodyLength(UInt64, limit: Int)
  /// The header is not UTF-8.
  case notText
  /// The header's JSON is nested deeper than a parser should follow.
  case tooDeep
  /// The header is not one JSON object.
  case notAnObject(String)

  /// What was sent and what was expected, as the end of a sentence that begins with the sender.
  public var description: String {
    switch self {
    case .noMark(let text):
      "sent \(text) where a frame must begin (with the mark ASY1); standard output belongs to the "
        + "protocol, so print to standard error"
    case .headerLength(let length):
      "announced a header of \(length) bytes; 2 to \(ProtocolFrame.longestHeader) are allowed"
    case .bodyLength(let length, let limit):
      "announced a body of \(length) bytes where at most \(limit) can be meant"
    case .notText: "sent a header that is not UTF-8"
    case .tooDeep:
      "sent a header nested deeper than \(ProtocolFrame.deepestNesting) levels"
    case .notAnObject(let text): "sent a header that is not one JSON object: \(text)"
    }
  }
}
