import Foundation

/// What the files of Tests/References/packed hold.
enum PackedContent {
  /// Byte k is (k² div 7) mod 251.
  static func pattern(_ count: Int) -> Data { Data((0..<count).map { UInt8($0 * $0 / 7 % 251) }) }

  /// Bytes of a linear congruential generator.
  static func noise(_ count: Int) -> Data {
    var state: UInt32 = 1
    return Data(
      (0..<count).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return UInt8(state >> 24)
      })
  }

  /// Words with numbers.
  static func text(_ count: Int) -> Data {
    let words = ["neural", "ordinary", "differential", "equations"]
    return Data((0..<count).map { "\(words[$0 * $0 % 4])\($0 % 37)" }.joined(separator: " ").utf8)
  }
}
