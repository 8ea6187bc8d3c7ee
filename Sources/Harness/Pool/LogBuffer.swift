/// What a worker wrote during one piece of work: the beginning and the end of it when it is long.
struct LogBuffer {
  private static let headLimit = 1 << 16
  private static let tailLimit = 1 << 18
  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var dropped = 0

  mutating func append(_ bytes: UnsafeRawBufferPointer) {
    let room = max(Self.headLimit - head.count, 0)
    head.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room))
    if tail.count > 2 * Self.tailLimit {
      let excess = tail.count - Self.tailLimit
      dropped += excess
      tail.removeFirst(excess)
    }
  }

  var text: String {
    let gap = dropped > 0 ? "\n... \(dropped) bytes left out ...\n" : ""
    return String(decoding: head, as: UTF8.self) + gap + String(decoding: tail, as: UTF8.self)
  }
}
