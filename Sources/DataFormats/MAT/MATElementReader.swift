import Experiment
import Foundation

/// Takes one data element after the other from bytes of a .mat file.
struct MATElementReader {
  /// A typed run of bytes.
  struct Element {
    /// The number of its type, as `matrix`.
    let type: UInt32
    /// The bytes after its tag.
    let body: Data
  }

  static let matrix: UInt32 = 14
  static let compressed: UInt32 = 15
  private static let tagSize = 8

  private let data: Data
  private let order: MATByteOrder
  private let source: String
  private var position = 0

  init(_ data: Data, order: MATByteOrder, source: String) {
    self.data = data
    self.order = order
    self.source = source
  }

  /// The next element, or nil at the end.
  mutating func next() throws -> Element? {
    guard position < data.count else { return nil }
    guard data.count - position >= Self.tagSize else {
      throw truncated(found: data.count - position, expected: Self.tagSize)
    }
    let (first, size) = data.withUnsafeBytes { bytes in
      (
        order.load(bytes, at: position, as: UInt32.self),
        order.load(bytes, at: position + 4, as: UInt32.self)
      )
    }
    // A small element keeps its size in the upper half of the type and its bytes inside the tag.
    let smallSize = Int(first >> 16)
    if smallSize > 0 {
      guard smallSize <= 4 else { throw damaged("a small element of \(smallSize) bytes") }
      let body = slice(position + 4, smallSize)
      position += Self.tagSize
      return Element(type: first & 0xFFFF, body: body)
    }
    let start = position + Self.tagSize
    guard Int(size) <= data.count - start else {
      throw truncated(found: data.count - start, expected: Int(size))
    }
    // Compressed elements alone are not padded to 8 bytes; the last padding may be missing.
    let padded = first == Self.compressed ? Int(size) : (Int(size) + 7) / 8 * 8
    position = min(start + padded, data.count)
    return Element(type: first, body: slice(start, Int(size)))
  }

  /// The next element, which must be there.
  mutating func required(_ what: String) throws -> Element {
    guard let element = try next() else { throw damaged("no \(what)") }
    return element
  }

  /// A file that contradicts its format.
  func damaged(_ found: String) -> AssayError { Self.damaged(source, found) }

  /// A file that contradicts its format.
  static func damaged(_ source: String, _ found: String) -> AssayError {
    AssayError.badFile(
      source, found: found, expected: "a whole MATLAB version 5 file",
      remedy: "save or copy it again")
  }

  private func truncated(found: Int, expected: Int) -> AssayError {
    damaged("\(found) bytes left where an element needs \(expected)")
  }

  private func slice(_ start: Int, _ count: Int) -> Data {
    data[(data.startIndex + start)..<(data.startIndex + start + count)]
  }
}
