import Foundation

/// Messages on a stream: the length in four little-endian bytes, then JSON.
enum Frame {
  /// More than any outcome needs; a longer announcement is garbage.
  static let longest = 1 << 28
  private static let headLength = 4

  static func encoded(_ message: some Encodable) throws -> Data {
    let body = try JSONEncoder().encode(message)
    var frame = withUnsafeBytes(of: UInt32(body.count).littleEndian) { Data($0) }
    frame.append(body)
    return frame
  }

  /// Takes the first whole message off `buffer`; nil when none is whole yet.
  static func take<Message: Decodable>(
    _ type: Message.Type, from buffer: inout Data
  ) throws -> Message? {
    guard buffer.count >= headLength else { return nil }
    let length = Int(
      buffer.withUnsafeBytes { UInt32(littleEndian: $0.loadUnaligned(as: UInt32.self)) })
    guard length <= longest else { throw WireError.tooLong(length) }
    guard buffer.count >= headLength + length else { return nil }
    let body = buffer.dropFirst(headLength).prefix(length)
    do {
      let message = try JSONDecoder().decode(type, from: Data(body))
      buffer = Data(buffer.dropFirst(headLength + length))
      return message
    } catch let error as WireError {
      throw error
    } catch {
      throw WireError.notAMessage(String(decoding: body.prefix(40), as: UTF8.self))
    }
  }
}
