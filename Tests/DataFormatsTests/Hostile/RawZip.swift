import Foundation

/// An archive byte by byte, as no honest program would write it.
struct RawZip {
  /// An entry with what it claims, which need not be so.
  struct Entry {
    var name: [UInt8]
    var packed = Data()
    var method = 0
    var size: Int?
    /// The type in a Unix mode, as 0o12 for a link.
    var type = 0o10
    /// Where its local header is said to lie; nil where it does.
    var offset: Int?

    init(_ name: String, _ text: String = "") {
      self.name = Array(name.utf8)
      packed = Data(text.utf8)
    }
  }

  var entries: [Entry]

  var data: Data {
    var data = Data()
    var directory = Data()
    for entry in entries {
      let size = entry.size ?? entry.packed.count
      let shared =
        number(20, 2) + number(0, 2) + number(entry.method, 2) + number(0, 4) + number(0, 4)
        + number(entry.packed.count, 4) + number(size, 4) + number(entry.name.count, 2)
        + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + shared + number(0, 6) + number(0, 2)
        + number(entry.type << 12, 2) + number(entry.offset ?? data.count, 4) + entry.name
      data += number(0x0403_4B50, 4) + shared + Data(entry.name) + entry.packed
    }
    let start = data.count
    return data + directory + number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2)
      + number(entries.count, 2) + number(directory.count, 4) + number(start, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ width: Int) -> Data {
    Data((0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) })
  }
}
