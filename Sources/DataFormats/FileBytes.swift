import Experiment
import Foundation

/// The bytes of a file, mapped into memory where the system can.
public enum FileBytes {
  /// The bytes of the file at `url`.
  /// - Throws: `AssayError` (bad input) when it is absent or not readable.
  public static func read(_ url: URL) throws -> Data {
    guard access(url.path, R_OK) == 0 else {
      throw AssayError.unreadable(url, String(cString: strerror(errno)))
    }
    do {
      return try Data(contentsOf: url, options: .mappedIfSafe)
    } catch {
      throw AssayError.unreadable(url, error.localizedDescription)
    }
  }
}
