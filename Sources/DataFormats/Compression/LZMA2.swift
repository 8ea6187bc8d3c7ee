import Experiment
import Foundation

/// Unpacks a raw LZMA2 stream, as R writes for the data of packages: chunks with a control byte, packed
/// by LZMA or stored, after the format's description in the xz project (doc/lzma-file-format.txt and
/// the .xz specification, section 5.3.1). The dictionary is all that was unpacked since its last reset.
public struct LZMA2: Sendable {
  /// The unpacked bytes beyond which data are refused.
  private let limit: Int
  private let source: String

  /// An unpacking to at most `limit` bytes; `source` names the file in errors.
  public init(limit: Int, source: String) {
    precondition(limit >= 0, "a limit of \(limit) bytes")
    self.limit = limit
    self.source = source
  }

  /// The bytes in `packed`.
  /// - Throws: `AssayError` (bad input) when they are damaged, cut short, followed by others, or more
  ///   than the limit.
  public func unpack(_ packed: Data) throws -> Data {
    let bytes = [UInt8](packed)
    var decoder = LZMADecoder()
    var position = 0
    var isFirst = true
    while true {
      guard position < bytes.count else { throw damaged("an end without an end mark", position) }
      let control = bytes[position]
      if control == 0 { break }
      let head = Array(bytes[position...].prefix(6))
      // The first chunk must reset the dictionary, and the first packed one must say how it is packed.
      guard !isFirst || control == 1 || control >= 0xE0 else {
        throw damaged(String(format: "a first chunk of kind %02x", control), position)
      }
      isFirst = false
      if control < 0x80 {
        position = try stored(head, at: position, of: bytes, by: &decoder)
      } else {
        position = try chunk(head, at: position, of: bytes, by: &decoder)
      }
    }
    guard position + 1 == bytes.count else {
      throw damaged("\(bytes.count - position - 1) bytes behind the end mark", position)
    }
    return Data(decoder.output)
  }

  /// A chunk as it is; where the next begins.
  private func stored(
    _ head: [UInt8], at position: Int, of bytes: [UInt8], by decoder: inout LZMADecoder
  ) throws -> Int {
    guard head[0] <= 2, head.count >= 3 else {
      throw damaged(String(format: "a chunk of kind %02x", head[0]), position)
    }
    let size = Int(head[1]) << 8 + Int(head[2]) + 1
    let start = position + 3
    guard size <= bytes.count - start else { throw damaged("a stored chunk cut short", position) }
    try check(size, decoder, position)
    if head[0] == 1 { decoder.resetDictionary() }
    decoder.append(bytes[start..<start + size])
    return start + size
  }

  /// A packed chunk; where the next begins.
  private func chunk(
    _ head: [UInt8], at position: Int, of bytes: [UInt8], by decoder: inout LZMADecoder
  ) throws -> Int {
    let reset = head[0] >> 5 & 3
    let start = position + (reset >= 2 ? 6 : 5)
    guard head.count >= start - position else { throw damaged("a chunk cut short", position) }
    let size = Int(head[0] & 0x1F) << 16 + Int(head[1]) << 8 + Int(head[2]) + 1
    let packed = Int(head[3]) << 8 + Int(head[4]) + 1
    guard packed <= bytes.count - start else { throw damaged("a chunk cut short", position) }
    try check(size, decoder, position)
    if reset == 3 { decoder.resetDictionary() }
    if reset >= 2 {
      guard decoder.setProperties(head[5]) else {
        throw damaged(String(format: "properties %02x", head[5]), position)
      }
    } else {
      guard decoder.hasProperties else {
        throw damaged("a packed chunk without properties", position)
      }
      if reset == 1 { decoder.resetState() }
    }
    guard decoder.decode(bytes[start..<start + packed], count: size) else {
      throw damaged("a chunk that does not unpack to \(size) bytes", position)
    }
    return start + packed
  }

  private func check(_ size: Int, _ decoder: LZMADecoder, _ position: Int) throws {
    guard size <= limit - decoder.output.count else {
      throw damaged("more than \(limit) bytes of unpacked data", position)
    }
  }

  private func damaged(_ found: String, _ position: Int) -> AssayError {
    .badFile(
      source, found: "\(found), at byte \(position)", expected: "whole data packed by LZMA2",
      remedy: "copy or install the file again")
  }
}
