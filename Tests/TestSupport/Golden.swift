import Foundation

/// Compares text with a golden file in `Tests/Golden/<test target>/`, where the package manager does
/// not take it for a source.
///
/// `RECORD=1 swift test` writes the files anew; a file that is not there yet is a failure that says
/// so, never a silent success.
public enum Golden {
  /// Throws `GoldenMismatch` with the first differing line when `text` is not what the file `name` of
  /// the asking test's target holds.
  public static func check(_ text: String, _ name: String, filePath: String = #filePath) throws {
    let target = URL(fileURLWithPath: filePath).standardizedFileURL.path
      .dropFirst(PackageFolder.url.appending(path: "Tests").path.count + 1).prefix { $0 != "/" }
    let file = PackageFolder.url.appending(path: "Tests/Golden/\(target)/\(name)")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
      throw GoldenMismatch(file: name, line: 0, expected: "a recorded file", found: "none")
    }
    if let mismatch = GoldenMismatch(file: name, expected: expected, found: text) { throw mismatch }
  }
}
