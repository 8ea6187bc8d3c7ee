/// The 64-bit name of a stream: FNV-1a over the names on its path, each closed by a separator, then
/// finished by the mixer of SplitMix64 (Steele, Lea & Flood 2014) so that near names lie far apart.
enum StreamPath {
  static let root: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3
  private static let separator: UInt8 = 0xFF  // never part of UTF-8

  static func appending(_ name: String, to path: UInt64) -> UInt64 {
    var hash = path
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
    hash = (hash ^ UInt64(separator)) &* prime
    hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
    hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
    return hash ^ (hash >> 31)
  }
}
