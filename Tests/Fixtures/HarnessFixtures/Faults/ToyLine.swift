import Foundation

/// The worker's line to its harness, on which a wild pointer might write.
enum ToyLine {
  /// Where a worker keeps it, above the descriptors of a usual program.
  private static let descriptors = Int32(100)..<200

  static func send(_ bytes: [UInt8]) {
    for descriptor in descriptors { Glibc.send(descriptor, bytes, bytes.count, 0) }
  }

  /// A message in its frame.
  static func frame(_ message: String) -> [UInt8] {
    withUnsafeBytes(of: UInt32(message.utf8.count).littleEndian) { Array($0) } + Array(message.utf8)
  }

  /// Sends a message when the answer is given.
  static func sendLater(_ message: String) {
    Thread.detachNewThread {
      usleep(150_000)
      send(frame(message))
    }
  }
}
