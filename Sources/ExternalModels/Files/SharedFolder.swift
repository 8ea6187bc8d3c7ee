import CProcess
import Experiment
import Foundation
import Tensors

/// A private folder in memory through which large bodies pass.
///
/// Our side reads and writes its files by pread(2) and pwrite(2), one copy from or to where the numbers
/// lie. A mapping would save none, since a `Tensor` owns its numbers, and would let a program that
/// truncates a file while we read it end us by SIGBUS.
final class SharedFolder {
  private static let root = "/dev/shm"
  /// No other folder of ours begins so: what is swept here must be one of these.
  private static let prefix = "assay-shared-"
  private static let attempts = 3

  /// The folder's path.
  let path: String
  private let descriptor: Int32
  /// The files that we have written, by name.
  private var files: [String: Int32] = [:]
  private var isThere = true

  /// A new folder; nil where there is no file system in memory, or none that we may write.
  init?() {
    Self.removeLeftovers()
    for _ in 0..<Self.attempts {
      var template = Array("\(Self.root)/\(Self.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { return nil }
      let path =
        template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } } ?? ""
      let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      // The lock says that the folder is in use; whoever sweeps may have been faster.
      if descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) == 0, access(path, W_OK) == 0 {
        self.path = path
        self.descriptor = descriptor
        return
      }
      if descriptor >= 0 { close(descriptor) }
    }
    return nil
  }

  deinit { remove() }

  /// Writes a body to the file for `name`; nil when there is no room, so that it must go another way.
  func write(_ body: TensorBody, for name: String) -> SharedBody? {
    guard isThere, let file = file(named: name) else { return nil }
    var isWhole = body.header.withUnsafeBytes { Self.write($0, to: file, at: 0) }
    var offset = body.header.count
    for tensor in body.tensors where isWhole {
      isWhole = tensor.values.withUnsafeBytes { Self.write($0, to: file, at: offset) }
      offset += tensor.count * MemoryLayout<Float>.size
    }
    guard isWhole else {
      drop(name)
      return nil
    }
    return SharedBody(name: name, bytes: offset)
  }

  /// Gives up the file for `name`: its memory is free when the program does not map it any more, and a
  /// program that still does keeps what it has.
  func drop(_ name: String) {
    guard let file = files.removeValue(forKey: name) else { return }
    unlinkat(descriptor, name, 0)
    close(file)
  }

  /// Opens the file of a body that the program told.
  /// - Throws: `ModelFailure` (broke the protocol) when it is no regular file of this folder with as many
  ///   bytes
  func open(_ body: SharedBody) throws -> SharedFile {
    let name = body.name
    guard isThere, Self.isPlain(name), body.bytes >= 0 else {
      throw Self.refusal(body, "that is no plain name of a file in the shared folder")
    }
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      let isLink = errno == ELOOP
      throw Self.refusal(
        body, isLink ? "that is a symbolic link" : "that is \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw Self.refusal(body, "that is no regular file")
    }
    guard Int(status.st_size) >= body.bytes else {
      close(file)
      throw Self.refusal(body, "the file has only \(status.st_size) bytes")
    }
    return SharedFile(descriptor: file, name: name, byteCount: body.bytes)
  }

  /// Removes the folder with all files; those that are mapped live on for who maps them.
  func remove() {
    guard isThere else { return }
    isThere = false
    for file in files.values { close(file) }
    try? FileManager.default.removeItem(atPath: path)
    close(descriptor)
  }

  /// Removes the folders of processes that were killed: those that nobody holds a lock on.
  static func removeLeftovers() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    for name in names where name.hasPrefix(prefix) {
      let path = "\(root)/\(name)"
      let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      guard folder >= 0 else { continue }
      defer { close(folder) }
      var status = stat()
      guard fstat(folder, &status) == 0, status.st_uid == geteuid(),
        flock(folder, LOCK_EX | LOCK_NB) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  private func file(named name: String) -> Int32? {
    if let file = files[name] { return file }
    let options = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let file = openat(descriptor, name, options, 0o600)
    guard file >= 0 else { return nil }
    files[name] = file
    return file
  }

  private static func write(
    _ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int
  ) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        file, bytes.baseAddress?.advanced(by: written), bytes.count - written, offset + written)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      written += count
    }
    return true
  }

  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 255
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }

  private static func refusal(_ body: SharedBody, _ reason: String) -> ModelFailure {
    ModelFailure(
      .brokeProtocol,
      "the program put a body of \(body.bytes) bytes into \(Quotation.text(body.name)), but \(reason)"
    )
  }
}
