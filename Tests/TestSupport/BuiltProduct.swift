import Foundation

/// The products of the build that the running tests belong to.
public enum BuiltProduct {
  /// No such product was built.
  public struct Missing: Error, CustomStringConvertible {
    /// Which file was looked for.
    public let description: String
  }

  /// The executable called `name` beside the test program, as in `.build/release/assay`.
  public static func executable(_ name: String) throws -> URL {
    guard let tests = Bundle.main.executableURL?.resolvingSymlinksInPath() else {
      throw Missing(description: "the test program's own path is unknown")
    }
    let file = tests.deletingLastPathComponent().appending(path: name)
    guard FileManager.default.isExecutableFile(atPath: file.path) else {
      throw Missing(description: "\(name) is not beside the tests; run 'make build' first")
    }
    return file
  }
}
