import Foundation

/// An empty folder that goes away with the last reference to it.
public final class TemporaryFolder: Sendable {
  /// The folder.
  public let url: URL

  /// Makes a folder of a new name.
  public init() throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "assay-test-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Writes `text` to `path` below the folder, making the folders between.
  @discardableResult
  public func write(_ text: String, to path: String) throws -> URL {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  /// Writes a program that can be started. Another process writes the file: had this one it open for writing,
  /// a child that another test starts meanwhile would have it too, and the system refuses to run it.
  public func writeProgram(_ text: String, to path: String) throws -> URL {
    let draft = try write(text, to: path + ".draft")
    let file = url.appending(path: path)
    let outcome = try ChildProcess.run(
      URL(filePath: "/usr/bin/install"), ["-m", "755", draft.path, file.path])
    guard outcome.exitCode == 0 else {
      throw BuiltProduct.Missing(description: "\(path) could not be installed: \(outcome.errors)")
    }
    try FileManager.default.removeItem(at: draft)
    return file
  }
}
