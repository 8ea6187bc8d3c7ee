import Experiment
import Foundation
import Tensors

/// The JSON header of a safetensors file.
struct SafetensorsHeader: Codable {
  struct Entry: Codable {
    let dtype: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The format's own limit (safetensors, `MAX_HEADER_SIZE`).
  private static let longest = 100_000_000
  private static let metadataKey = Name(stringValue: "__metadata__")

  let entries: [String: Entry]
  let metadata: [String: String]

  init(entries: [String: Entry], metadata: [String: String]) {
    self.entries = entries
    self.metadata = metadata
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    metadata =
      try container.decodeIfPresent([String: String].self, forKey: Self.metadataKey) ?? [:]
    let keys = container.allKeys.filter { $0.stringValue != Self.metadataKey.stringValue }
    entries = Dictionary(
      uniqueKeysWithValues: try keys.map {
        ($0.stringValue, try container.decode(Entry.self, forKey: $0))
      })
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Self.metadataKey) }
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      try container.encode(entry, forKey: Name(stringValue: name))
    }
  }

  /// The header of `data` and the index of its first byte after the header.
  static func split(_ data: Data, source: String) throws -> (SafetensorsHeader, Int) {
    guard data.count >= 8 else { throw notSafetensors(source, "\(data.count) bytes") }
    let length = data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    guard length <= UInt64(data.count - 8) else {
      throw notSafetensors(
        source, "a header of \(length) bytes in a file of \(data.count) bytes")
    }
    guard length <= UInt64(longest) else {
      throw notSafetensors(source, "a header of \(length) bytes, more than \(longest)")
    }
    let body = data.startIndex + 8 + Int(length)
    let text = Data(data[(data.startIndex + 8)..<body])
    return (try SafetensorsHeader(parsing: text, source: source), body)
  }

  /// The header in `text`, the JSON alone.
  init(parsing text: Data, source: String) throws {
    // The decoder would also take UTF-16, which no other reader does.
    guard text.first == UInt8(ascii: "{"), !text.contains(0),
      let header = try? JSONDecoder().decode(SafetensorsHeader.self, from: text)
    else { throw Self.notSafetensors(source, "a header that is not the JSON of safetensors") }
    // A decoder keeps one of two values of one name and does not tell.
    if let name = SafetensorsNames(text).repeated {
      throw Self.notSafetensors(source, "two tensors called '\(name)'")
    }
    self = header
  }

  private static func notSafetensors(_ source: String, _ found: String) -> AssayError {
    .badFile(
      source, found: found, expected: "a whole safetensors file", remedy: "write the file again")
  }
}

extension SafetensorsHeader.Entry {
  /// The tensor whose bytes lie in `body`.
  func tensor(called name: String, in body: Data, source: String) throws -> Tensor {
    guard dtype == "F32" else {
      throw wrong(source, "tensor '\(name)' has dtype \(dtype)", expected: "dtype F32")
    }
    let count = ArrayExtent.count(of: shape)
    guard let count, let begin = offsets.first, let end = offsets.last, offsets.count == 2,
      begin >= 0, begin <= end, end - begin == count * MemoryLayout<Float>.size
    else {
      throw wrong(
        source, "tensor '\(name)' has shape \(shape) at bytes \(offsets)",
        expected: "4 bytes for every element")
    }
    guard end <= body.count else {
      throw wrong(
        source, "tensor '\(name)' ends at byte \(end) of \(body.count)", expected: "a whole file")
    }
    let bytes = body[(body.startIndex + begin)..<(body.startIndex + end)]
    let values = [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.copyBytes(to: UnsafeMutableRawBufferPointer(buffer))
      initialized = count
    }
    return Tensor(shape: shape, values: values)
  }

  private func wrong(_ source: String, _ found: String, expected: String) -> AssayError {
    .badFile(source, found: found, expected: expected, remedy: "write the file again")
  }
}
