import Foundation

/// Names that stand for other files.
public enum SymbolicLinks {
  private static let most = 16

  /// The file that `path` leads to when its last name is a link, also to what is not there yet; nil for a circle.
  public static func target(of path: String) -> String? {
    var file = path
    for _ in 0..<most {
      guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file) else {
        return file
      }
      let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
      file = target.hasPrefix("/") ? target : folder.appending(path: target).path
    }
    return nil
  }
}
