import Foundation

/// The form of a frame (docs/protocol.md): 4 bytes mark, 4 bytes length of the header, 8 bytes length of
/// the body, all little-endian, then header and body.
public enum ProtocolFrame {
  /// `ASY1`.
  public static let mark: [UInt8] = [0x41, 0x53, 0x59, 0x31]
  /// Bytes before the header.
  public static let beginning = 16
  /// Bytes that a header may have.
  public static let longestHeader = 1 << 20
  /// Levels of lists and objects that a header may have.
  public static let deepestNesting = 64

  /// The lengths that a frame's first bytes tell.
  public struct Lengths: Sendable, Equatable {
    /// Bytes of the header.
    public let header: Int
    /// Bytes of the body.
    public let body: Int
  }

  /// A frame up to its body.
  public static func head(_ header: Data, bodyBytes: Int) -> Data {
    precondition(
      header.count >= 2 && header.count <= longestHeader, "a header of \(header.count) bytes")
    var frame = Data(capacity: beginning + header.count)
    frame.append(contentsOf: mark)
    withUnsafeBytes(of: UInt32(header.count).littleEndian) { frame.append(contentsOf: $0) }
    withUnsafeBytes(of: UInt64(bodyBytes).littleEndian) { frame.append(contentsOf: $0) }
    frame.append(header)
    return frame
  }

  /// The lengths in `bytes`, the beginning of what arrived; nil when more must come first. Nothing is
  /// allocated for a length before it has been found to be within its bounds.
  /// - Throws: `FrameFault` as soon as a byte is wrong.
  public static func lengths(
    _ bytes: UnsafeRawBufferPointer, bodyLimit: Int
  ) throws(FrameFault) -> Lengths? {
    for (byte, expected) in zip(bytes, mark) where byte != expected {
      throw .noMark(Quotation.text(of: bytes))
    }
    guard bytes.count >= beginning else { return nil }
    let header = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    let body = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    guard header >= 2, header <= longestHeader else { throw .headerLength(header) }
    guard body <= UInt64(bodyLimit) else { throw .bodyLength(body, limit: bodyLimit) }
    return Lengths(header: header, body: Int(body))
  }

  /// Refuses a header that a JSON parser should not even try.
  /// - Throws: `FrameFault`.
  public static func check(header: UnsafeRawBufferPointer) throws(FrameFault) {
    guard String(validating: header, as: UTF8.self) != nil else { throw .notText }
    var depth = 0
    var isText = false
    var isEscaped = false
    for byte in header {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      guard depth <= deepestNesting else { throw .tooDeep }
    }
  }
}
