import Foundation

/// Which file a name stands for at a moment.
struct FileIdentity: Sendable, Equatable {
  let device: UInt64
  let number: UInt64

  /// The file at `path`, or nil when there is none.
  init?(of path: String) {
    var facts = stat()
    guard stat(path, &facts) == 0 else { return nil }
    device = UInt64(facts.st_dev)
    number = UInt64(facts.st_ino)
  }

  /// The bytes of the file at `path`, or nil when there is none.
  static func size(of path: String) -> Int? {
    var facts = stat()
    return stat(path, &facts) == 0 ? Int(facts.st_size) : nil
  }
}
