import ExternalModels
import Foundation

/// The program's side of the protocol with no work of its own: an answer has the bytes of the question's
/// body, or names the very file that it came in.
final class EchoModel {
  private static let smallBody = 1 << 16
  private let sharing: Bool
  private var body = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)
  private var size = 0

  init(sharing: Bool) { self.sharing = sharing }

  deinit { body.deallocate() }

  /// Answers until goodbye.
  func serve() {
    while let header = question() {
      switch header {
      case let text where text.contains(#""type":"hello""#):
        let capabilities = sharing ? #"["shared"]"# : "[]"
        answer(#"{"type":"hello","protocol":1,"capabilities":\#(capabilities)}"#, bytes: 0)
      case let text where text.contains(#""type":"predict""#):
        if text.contains(#""body":"#), let place = text.firstMatch(of: /"body":(\{[^}]*\})/) {
          answer(#"{"type":"predicted","body":\#(place.1)}"#, bytes: 0)
        } else {
          answer(#"{"type":"predicted"}"#, bytes: size)
        }
      case let text where text.contains(#""type":"fit""#):
        answer(#"{"type":"fitted"}"#, bytes: 0)
      default: return
      }
    }
  }

  private func question() -> String? {
    var beginning = [UInt8](repeating: 0, count: ProtocolFrame.beginning)
    guard beginning.withUnsafeMutableBytes({ fill($0) }),
      let lengths = beginning.withUnsafeBytes({
        (try? ProtocolFrame.lengths($0, bodyLimit: .max)) ?? nil
      })
    else { return nil }
    var header = [UInt8](repeating: 0, count: lengths.header)
    guard header.withUnsafeMutableBytes({ fill($0) }) else { return nil }
    size = lengths.body
    if size > body.count {
      body.deallocate()
      body = .allocate(byteCount: size, alignment: 64)
    }
    guard fill(UnsafeMutableRawBufferPointer(rebasing: body[..<size])) else { return nil }
    return String(decoding: header, as: UTF8.self)
  }

  private func answer(_ header: String, bytes: Int) {
    var frame = ProtocolFrame.head(Data(header.utf8), bodyBytes: bytes)
    let numbers = UnsafeRawBufferPointer(rebasing: body[..<bytes])
    if bytes <= Self.smallBody { frame.append(contentsOf: numbers) }
    frame.withUnsafeBytes { send($0) }
    if bytes > Self.smallBody { send(numbers) }
  }

  private func fill(_ place: UnsafeMutableRawBufferPointer) -> Bool {
    var filled = 0
    while filled < place.count {
      let count = read(
        STDIN_FILENO, place.baseAddress?.advanced(by: filled), place.count - filled)
      guard count > 0 else { return false }
      filled += count
    }
    return true
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    var sent = 0
    while sent < bytes.count {
      let count = write(STDOUT_FILENO, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      guard count > 0 else { return }
      sent += count
    }
  }
}
