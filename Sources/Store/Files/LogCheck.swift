import Experiment
import Foundation

/// Whether a write-ahead log is whole as far as it was committed.
///
/// Each frame has a checksum over all before it, and SQLite stops at the first that does not fit. After a loss of
/// power that is among the last commits, which were not on the disk yet: outcomes are flushed one by one, the
/// beginnings of cells are not. More commits from there on than can have been under way mean damage: what was
/// recorded in them would be lost without a word. (The format: sqlite.org/fileformat2.html, section 4.)
struct LogCheck {
  private static let mostUnderWay = 8
  private static let headerBytes = 32
  private static let frameHeaderBytes = 24
  /// The least of two that differ in the order of bytes of the sums.
  private static let magic: UInt32 = 0x377f_0682
  private let log: [UInt8]
  private let isBigEndian: Bool
  private var sums: (UInt32, UInt32) = (0, 0)

  /// Refuses a store whose log is damaged.
  /// - Throws: `AssayError` (store damaged).
  static func refuseDamage(of path: String) throws {
    guard let data = FileManager.default.contents(atPath: path + "-wal"),
      var check = LogCheck([UInt8](data)), let found = check.damage()
    else { return }
    throw AssayError(
      .storeDamaged, where: path, found: found,
      expected: "a log whose frames fit their checksums", remedy: StoreFailure.damageRemedy)
  }

  /// A check of a log; nil of one that is empty or of another form, which SQLite leaves alone.
  init?(_ log: [UInt8]) {
    self.log = log
    isBigEndian = log.count > 3 && log[3] & 1 == 1
    guard log.count > Self.headerBytes, word(0) & ~1 == Self.magic else { return nil }
  }

  /// What is wrong, or nil.
  mutating func damage() -> String? {
    let page = Int(word(8))
    guard page >= 512, page <= 65_536 else { return nil }
    let length = Self.frameHeaderBytes + page
    let count = (log.count - Self.headerBytes) / length
    let salts = log[16..<24]
    let starts = (0..<count).map { Self.headerBytes + $0 * length }
    // Frames of an earlier round have other salts.
    let frames = starts.prefix { log[$0 + 8..<$0 + 16] == salts }
    add(0..<24)
    var isWhole = sums == (word(24), word(28))
    for (number, start) in frames.enumerated() {
      if isWhole {
        add(start..<start + 8)
        add(start + Self.frameHeaderBytes..<start + length)
        isWhole = sums == (word(start + 16), word(start + 20))
      }
      if isWhole { continue }
      let commits = frames[number...].count { word($0 + 4) != 0 }
      if commits <= Self.mostUnderWay { return nil }
      return "its write-ahead log is damaged at frame \(number + 1) of \(frames.count); "
        + "\(commits) commits from there on cannot be read"
    }
    return nil
  }

  /// The number at an offset; the log's own fields are big-endian.
  private func word(_ offset: Int) -> UInt32 {
    log[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func add(_ bytes: Range<Int>) {
    log.withUnsafeBytes { log in
      for offset in stride(from: bytes.lowerBound, to: bytes.upperBound, by: 8) {
        let first = log.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        let second = log.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
        sums.0 &+= (isBigEndian ? first.bigEndian : first.littleEndian) &+ sums.1
        sums.1 &+= (isBigEndian ? second.bigEndian : second.littleEndian) &+ sums.0
      }
    }
  }
}
