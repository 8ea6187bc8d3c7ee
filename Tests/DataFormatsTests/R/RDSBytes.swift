import DataFormats
import Foundation

/// Values of R in their serialised form (version 2), and databases of one object that is not packed.
enum RDSBytes {
  static func word(_ value: Int) -> Data {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { Data($0) }
  }

  static func text(_ text: String) -> Data {
    word(0x40009) + word(text.utf8.count) + Data(text.utf8)
  }

  static func texts(_ texts: [String]) -> Data {
    texts.reduce(word(16) + word(texts.count)) { $0 + text($1) }
  }

  static func integers(_ integers: [Int]) -> Data {
    integers.reduce(word(13) + word(integers.count)) { $0 + word($1) }
  }

  /// A list with attributes, of which the names are one.
  static func list(_ items: [Data], _ attributes: [(String, Data)]) -> Data {
    let pairs = attributes.map { word(0x402) + word(1) + text($0) + $1 }
    return word(0x213) + word(items.count) + Data(items.joined()) + Data(pairs.joined())
      + word(254)
  }

  static func frame(_ columns: [(String, Data)]) -> Data {
    list(
      columns.map(\.1),
      [("names", texts(columns.map(\.0))), ("class", texts(["data.frame"]))])
  }

  /// A whole value with its head.
  static func file(_ item: Data) -> Data {
    Data("X\n".utf8) + word(2) + word(0x40202) + word(0x20300) + item
  }

  /// `object` under `name`, at `place` or where it is.
  static func database(
    _ object: Data, name: String = "a", at place: [Int]? = nil
  ) throws -> RDatabase {
    let content = file(object)
    let objects = word(content.count) + Data("0".utf8) + content
    let variables = list([integers(place ?? [0, objects.count])], [("names", texts([name]))])
    let index = list(
      [variables, integers([3])], [("names", texts(["variables", "compressed"]))])
    return try RDatabase(
      index: stored(file(index)), objects: objects, source: "o", indexSource: "i")
  }

  /// As zlib stores bytes without packing them: the size twice, the bytes, the Adler checksum.
  static func stored(_ data: Data) -> Data {
    let size = UInt16(data.count)
    var (low, high): (Int, Int) = (1, 0)
    for byte in data {
      low = (low + Int(byte)) % 65521
      high = (high + low) % 65521
    }
    return Data([0x78, 1, 1, UInt8(size & 255), UInt8(size >> 8)])
      + Data([UInt8(~size & 255), UInt8(~size >> 8)]) + data + word(high << 16 | low)
  }
}
