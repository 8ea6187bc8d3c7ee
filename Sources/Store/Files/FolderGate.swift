import Foundation

/// One at a time through the opening of a store: two programs that begin together must not both make
/// it, and neither may look at a file that the other has written by half. An advisory lock on the
/// folder itself leaves no file behind; where the file system has none, the gate stands open.
enum FolderGate {
  /// Runs `body` alone among those who open a store in the folder of `path`.
  static func through<Value>(_ path: String, _ body: () throws -> Value) rethrows -> Value {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return try body() }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
    return try body()
  }
}
