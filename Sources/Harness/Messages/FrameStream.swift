import Foundation

/// The worker's end of the conversation: blocking reads and writes of whole messages.
struct FrameStream {
  private static let chunk = 1 << 16
  let input: Int32
  let output: Int32
  private var buffer = Data()

  init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// The next message, or nil at the end of the stream.
  mutating func next<Message: Decodable>(_ type: Message.Type) throws -> Message? {
    var bytes = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      if let message = try Frame.take(type, from: &buffer) { return message }
      let count = read(input, &bytes, bytes.count)
      if count > 0 { buffer.append(contentsOf: bytes[..<count]) }
      if count == 0 || (count < 0 && errno != EINTR) { return nil }
    }
  }

  /// Sends `message` whole; a harness that is gone makes it end quietly.
  func send(_ message: some Encodable) throws {
    let frame = try Frame.encoded(message)
    frame.withUnsafeBytes { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = write(output, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
        if count < 0 && errno != EINTR { return }
        sent += max(count, 0)
      }
    }
  }
}
