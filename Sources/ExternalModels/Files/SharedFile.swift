import Experiment
import Foundation

/// A body that lies in a file, read from its first byte on.
final class SharedFile {
  /// Bytes of the body.
  let byteCount: Int
  private let descriptor: Int32
  private let name: String
  private var offset = 0

  /// Takes over `descriptor`.
  init(descriptor: Int32, name: String, byteCount: Int) {
    self.descriptor = descriptor
    self.name = name
    self.byteCount = byteCount
  }

  deinit { close(descriptor) }

  /// Reads the next bytes.
  /// - Throws: `ModelFailure` (broke the protocol) when the file has become too short
  func read(into place: UnsafeMutableRawBufferPointer) throws {
    var filled = 0
    while filled < place.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: place[filled...])
      let count = pread(descriptor, rest.baseAddress, rest.count, offset)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw ModelFailure(
          .brokeProtocol,
          "the program's file \(Quotation.text(name)) ends after \(offset) of \(byteCount) bytes")
      }
      filled += count
      offset += count
    }
  }
}
