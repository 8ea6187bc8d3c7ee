import Experiment
import Foundation

/// The header of an .npy file (NEP 1; numpy/lib/format.py): what its numbers are and how they lie.
public struct NPYHeader: Sendable, Equatable {
  /// The kinds of number that are read.
  public enum ElementType: String, Codable, Sendable, Equatable {
    /// 32-bit IEEE 754.
    case float32
    /// 64-bit IEEE 754; rounded to 32 bits on reading.
    case float64

    /// The bytes of one number.
    public var size: Int { self == .float32 ? 4 : 8 }
  }

  /// The order of bytes in a number.
  public enum ByteOrder: Sendable, Equatable {
    /// Least significant first.
    case little
    /// Most significant first.
    case big
  }

  /// The order of elements in the file.
  public enum ElementOrder: Sendable, Equatable {
    /// Last axis fastest.
    case c
    /// First axis fastest.
    case fortran
  }

  /// The kind of number.
  public let elementType: ElementType
  /// The order of bytes.
  public let byteOrder: ByteOrder
  /// The order of elements.
  public let elementOrder: ElementOrder
  /// The extents.
  public let shape: [Int]
  /// The index of the first byte of data.
  public let dataOffset: Int

  /// The bytes that the data take.
  public var dataSize: Int { shape.reduce(1, *) * elementType.size }
}

extension NPYHeader {
  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// The bytes of text that a header may have; NumPy's own have a few hundred.
  private static let longestText = 1 << 16

  /// The header at the start of `data`; `source` names the file in errors.
  init(parsing data: Data, source: String) throws {
    let bytes = [UInt8](data.prefix(12))
    guard bytes.prefix(6).elementsEqual(Self.magic) else {
      throw AssayError.badFile(
        source, found: "the first bytes are not those of an .npy file",
        expected: "the bytes \\x93NUMPY", remedy: "save the array with numpy.save")
    }
    guard bytes.count >= 10, (1...3).contains(bytes[6]) else {
      let version = bytes.count > 6 ? "version \(bytes[6])" : "no version"
      throw AssayError.badFile(
        source, found: "an .npy file of \(version)", expected: "version 1, 2 or 3",
        remedy: "save the array with numpy.save")
    }
    let prefix = bytes[6] == 1 ? 10 : 12
    guard bytes.count >= prefix else { throw Self.truncated(source, data.count, prefix) }
    let length = bytes[8..<prefix].reversed().reduce(0) { $0 << 8 | Int($1) }
    guard length <= Self.longestText else {
      throw AssayError.badFile(
        source, found: "a header of \(length) bytes", expected: "at most \(Self.longestText) bytes",
        remedy: "save the array with numpy.save")
    }
    guard data.count >= prefix + length else {
      throw Self.truncated(source, data.count, prefix + length)
    }
    let start = data.startIndex + prefix
    let text = String(decoding: data[start..<(start + length)], as: UTF8.self)
    self = try NPYHeaderText(parsing: text, source: source)
      .header(dataOffset: prefix + length, source: source)
  }

  static func truncated(_ source: String, _ found: Int, _ expected: Int) -> AssayError {
    .badFile(
      source, found: "\(found) bytes", expected: "\(expected) bytes",
      remedy: "copy or save the file again: it is cut short")
  }
}
