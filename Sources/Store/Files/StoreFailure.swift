import Experiment
import GRDB

/// SQLite's result codes in the words of the user.
enum StoreFailure {
  /// Runs `body`; what SQLite throws comes out as an `AssayError` about the file at `path`.
  static func translating<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw translated(error, path: path)
    }
  }

  /// What a user can do about a damaged file.
  static let damageRemedy =
    "restore it from a copy, or save what can be read with `assay doctor --repair`; "
    + "nothing was repaired"

  static func cannotWrite(_ path: String, found: String) -> AssayError {
    AssayError(
      .cannotWrite, where: path, found: found, expected: "a file that can be written",
      remedy: "free some disk space or correct the permissions, then run again: "
        + "finished cells are kept")
  }

  private static func translated(_ error: DatabaseError, path: String) -> AssayError {
    let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      return AssayError(
        .storeDamaged, where: path, found: message, expected: "a sound database",
        remedy: damageRemedy)
    case .SQLITE_READONLY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM:
      return cannotWrite(path, found: message)
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      return AssayError(
        .cannotWrite, where: path, found: message, expected: "no other writer",
        remedy: "wait for the other program that writes to this store")
    default:
      return AssayError(
        .storeDamaged, where: path, found: error.description, expected: "a store that assay made",
        remedy: "check it with `assay doctor`; nothing was repaired")
    }
  }
}
