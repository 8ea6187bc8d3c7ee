import Experiment
import Foundation

/// Where the arrays of a safetensors file lie, without their numbers: for whoever sends or receives the
/// numbers straight from or to their place.
public struct SafetensorsLayout: Sendable, Equatable {
  /// One array.
  public struct Entry: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// Its type, as in `F32`.
    public let type: String
    /// Its shape.
    public let shape: [Int]
    /// Its bytes, counted from the end of the header.
    public let bytes: Range<Int>
  }

  /// The arrays in the order of their bytes.
  public let entries: [Entry]

  /// Bytes of all numbers.
  public var byteCount: Int { entries.last?.bytes.upperBound ?? 0 }

  /// The layout of `F32` arrays of these shapes, names in ascending order, as `Safetensors` writes them.
  public init(shapes: [String: [Int]]) {
    var end = 0
    entries = shapes.sorted { $0.key < $1.key }.map { name, shape in
      let begin = end
      end += shape.reduce(1, *) * MemoryLayout<Float>.size
      return Entry(name: name, type: "F32", shape: shape, bytes: begin..<end)
    }
  }

  /// The layout that `header`, the JSON alone, tells of a file with `byteCount` bytes of numbers.
  /// - Throws: `AssayError` (bad input) unless the arrays fill these bytes without gap or overlap.
  public init(header: Data, byteCount: Int, source: String) throws {
    try self.init(
      SafetensorsHeader(parsing: header, source: source), byteCount: byteCount, source: source)
  }

  init(_ header: SafetensorsHeader, byteCount: Int, source: String) throws {
    var entries: [Entry] = []
    for (name, entry) in header.entries {
      guard entry.offsets.count == 2, entry.offsets[0] >= 0, entry.offsets[0] <= entry.offsets[1]
      else { throw Self.damaged(source, "'\(name)' at bytes \(entry.offsets)") }
      entries.append(
        Entry(
          name: name, type: entry.dtype, shape: entry.shape,
          bytes: entry.offsets[0]..<entry.offsets[1]))
    }
    entries.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name)
        < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
    }
    try Self.check(entries, fill: byteCount, source: source)
    self.entries = entries
  }

  /// The beginning of the file: the header's length, and the header padded with spaces to 8 bytes.
  public func encodedHeader() throws -> Data {
    let pairs = entries.map {
      (
        $0.name,
        SafetensorsHeader.Entry(
          dtype: $0.type, shape: $0.shape, offsets: [$0.bytes.lowerBound, $0.bytes.upperBound])
      )
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var header = try encoder.encode(
      SafetensorsHeader(entries: Dictionary(uniqueKeysWithValues: pairs), metadata: [:]))
    header.append(contentsOf: repeatElement(0x20, count: (8 - header.count % 8) % 8))
    return withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) } + header
  }

  private static func check(_ entries: [Entry], fill byteCount: Int, source: String) throws {
    var end = 0
    for entry in entries {
      guard entry.bytes.lowerBound == end else {
        throw damaged(
          source, "'\(entry.name)' begins at byte \(entry.bytes.lowerBound), not at \(end)")
      }
      end = entry.bytes.upperBound
      guard let count = ArrayExtent.count(of: entry.shape) else {
        throw damaged(source, "'\(entry.name)' has the shape \(entry.shape)")
      }
      guard entry.type != "F32" || entry.bytes.count == count * MemoryLayout<Float>.size else {
        throw damaged(
          source, "'\(entry.name)' of shape \(entry.shape) has \(entry.bytes.count) bytes")
      }
    }
    guard end == byteCount else {
      throw damaged(source, "arrays of \(end) bytes in a body of \(byteCount) bytes")
    }
  }

  private static func damaged(_ source: String, _ found: String) -> AssayError {
    .badFile(
      source, found: found, expected: "a whole safetensors file", remedy: "write the file again")
  }
}
