import Experiment
import Store

extension ResultStore {
  /// The store at `path` for reading, or nil when there is none yet.
  /// - Throws: `AssayError` when it is damaged, foreign or newer than this program.
  static func existing(at path: String) throws -> ResultStore? {
    do {
      return try ResultStore(path: path, access: .readOnly)
    } catch let error as AssayError where error.kind == .badInput {
      return nil
    }
  }
}
