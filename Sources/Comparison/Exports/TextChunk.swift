/// Gathers lines until there are enough of them for one write.
struct TextChunk {
  private static let size = 1 << 16

  private let write: (String) throws -> Void
  private var text = ""

  init(_ write: @escaping (String) throws -> Void) {
    self.write = write
    text.reserveCapacity(Self.size + 1024)
  }

  mutating func add(_ line: String) throws {
    text += line
    guard text.utf8.count >= Self.size else { return }
    try finish()
  }

  /// Writes what is left.
  mutating func finish() throws {
    guard !text.isEmpty else { return }
    try write(text)
    text.removeAll(keepingCapacity: true)
  }
}
