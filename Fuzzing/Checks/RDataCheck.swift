import DataFormats
import Foundation

/// What must hold for the data of an R package. An input is the length of the index in two bytes, the index
/// unpacked, which is packed here so that its values are looked at, and the objects as they are.
enum RDataCheck {
  static func run(_ input: Data) throws {
    let bytes = Array(input)
    guard bytes.count > 2 else { return }
    let length = min(Int(bytes[0]) << 8 | Int(bytes[1]), bytes.count - 2)
    let database = try RDatabase(
      index: packed(bytes[2..<2 + length]), objects: Data(bytes[(2 + length)...]),
      source: "Rdata.rdb", indexSource: "Rdata.rdx")
    for name in database.names.prefix(4) {
      let frame = try RDataFrame(database.value(name), source: "Rdata.rdb")
      for column in frame.names {
        guard let numbers = try? frame.numbers(column), numbers.count != frame.rows else {
          continue
        }
        throw FuzzFinding("\(numbers.count) numbers in a frame of \(frame.rows) rows")
      }
    }
  }

  /// As zlib stores bytes without packing them (RFC 1950 and 1951).
  private static func packed(_ bytes: ArraySlice<UInt8>) -> Data {
    let count = UInt16(bytes.count)
    let head: [UInt8] = [
      0x78, 0x01, 0x01, UInt8(count & 0xff), UInt8(count >> 8), UInt8(~count & 0xff),
      UInt8(~count >> 8),
    ]
    var (low, high): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      low = (low + UInt32(byte)) % 65_521
      high = (high + low) % 65_521
    }
    let tail = [high >> 8, high, low >> 8, low].map { UInt8($0 & 0xff) }
    return Data(head + bytes + tail)
  }
}
