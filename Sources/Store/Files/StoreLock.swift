import Experiment
import Foundation

/// The right to run cells into a store: an advisory lock on `<store>.lock`, which the kernel lets go
/// when its holder ends, however it ends. Reading needs no lock.
public final class StoreLock: Sendable {
  private static let secondsBetweenTries = 0.05
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Waits until the store at `path` is free and takes it.
  ///
  /// - Parameters:
  ///   - path: The store's file.
  ///   - holder: What others are told while they wait, as in `run 20260101T… of process 12`.
  ///   - waiting: Called once, with the present holder, when the lock is not free.
  ///   - isCancelled: Asked between tries.
  /// - Returns: The lock, or nil when it was cancelled.
  /// - Throws: `AssayError` when the lock file cannot be made.
  public static func acquire(
    path: String, holder: String, waiting: (String) -> Void = { _ in },
    isCancelled: () -> Bool = { false }
  ) throws -> StoreLock? {
    let lock = StoreLock(descriptor: try descriptor(path + ".lock"))
    var told = false
    while flock(lock.descriptor, LOCK_EX | LOCK_NB) != 0 {
      if isCancelled() { return nil }
      if !told { waiting(lock.note) }
      told = true
      Thread.sleep(forTimeInterval: secondsBetweenTries)
    }
    lock.write(holder)
    return lock
  }

  /// Takes the lock at once.
  /// - Throws: `AssayError` (cannot write) when a run or another program holds it.
  static func acquireNow(path: String, holder: String) throws -> StoreLock {
    guard let lock = try acquire(path: path, holder: holder, isCancelled: { true }) else {
      throw held(path)
    }
    return lock
  }

  /// Keeps runs away from a store that is only read; nil when no run ever locked it, as in a copy.
  /// - Throws: `AssayError` when a run holds the lock.
  static func share(path: String) throws -> StoreLock? {
    let descriptor = open(path + ".lock", O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { return nil }
    let lock = StoreLock(descriptor: descriptor)
    guard flock(descriptor, LOCK_SH | LOCK_NB) == 0 else { throw held(path) }
    return lock
  }

  private static func held(_ path: String) -> AssayError {
    let holder = (try? String(contentsOfFile: path + ".lock", encoding: .utf8)) ?? ""
    return AssayError(
      .cannotWrite, where: path,
      found: "it is being written by \(holder.isEmpty ? "another program" : holder)",
      expected: "a store that no run is using", remedy: "wait for it to end, or stop it")
  }

  private static func descriptor(_ path: String) throws -> Int32 {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw AssayError(
        .cannotWrite, where: path, found: String(cString: strerror(errno)),
        expected: "a folder that can be written",
        remedy: "choose another place for the store or correct its permissions")
    }
    return descriptor
  }

  private var note: String {
    var bytes = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes.prefix(count), as: UTF8.self) : "another run"
  }

  private func write(_ holder: String) {
    let bytes = Array(holder.utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, bytes, bytes.count, 0) }
  }
}
