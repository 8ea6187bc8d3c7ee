import Experiment
import Foundation

/// An array of unsigned bytes in the IDX format of the MNIST database (LeCun, Cortes & Burges, "The
/// IDX file format"): two zero bytes, a type, the number of axes, big-endian 32-bit extents, the bytes
/// with the last axis fastest.
public struct IDXArray: Sendable, Equatable {
  private static let unsignedByte: UInt8 = 0x08
  /// The most bytes that a file may unpack to; the largest of the MNIST family has 47 million.
  private static let limit = 1 << 28

  /// The extents, slowest first, as [60000, 28, 28].
  public let shape: [Int]
  /// The elements, row-major.
  public let values: [UInt8]

  /// Reads the file at `url`, plain or packed by gzip whatever its name is.
  /// - Throws: `AssayError` (bad input) for a foreign, cut or damaged file.
  public static func read(_ url: URL) throws -> IDXArray {
    try IDXArray(decoding: Inflation.read(url, limit: limit), source: url.path)
  }

  /// The array in `data`, unpacked; `source` names it in errors.
  /// - Throws: `AssayError` (bad input) for foreign, cut or damaged data.
  public init(decoding data: Data, source: String) throws {
    func wrong(_ found: String, _ expected: String) -> AssayError {
      .badFile(
        source, found: found, expected: expected, remedy: "check the name, or copy the file again")
    }
    let head = Array(data.prefix(4))
    guard head.count == 4, head[0] == 0, head[1] == 0 else {
      let bytes = head.map { String(format: "%02x", $0) }.joined(separator: " ")
      throw wrong(
        "a file that begins with \(bytes.isEmpty ? "nothing" : bytes)",
        "00 00 at byte 0, as IDX has")
    }
    guard head[2] == Self.unsignedByte else {
      throw wrong(String(format: "elements of type %02x at byte 2", head[2]), "unsigned bytes (08)")
    }
    let axes = Int(head[3])
    let start = 4 + 4 * axes
    guard axes > 0, data.count >= start else {
      throw wrong("\(axes) axes in \(data.count) bytes", "one axis or more, and its extent")
    }
    shape = (0..<axes).map { axis in
      let place = data.startIndex + 4 + 4 * axis
      return data[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    guard let count = ArrayExtent.count(of: shape), count == data.count - start else {
      throw wrong(
        "\(data.count - start) bytes behind byte \(start) for the shape \(shape)",
        "one byte for each element")
    }
    values = [UInt8](data[(data.startIndex + start)...])
  }
}
