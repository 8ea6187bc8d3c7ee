import GRDB

extension ResultStore {
  /// The version of the SQLite library, as in `3.40.1`.
  public static func sqliteVersion() -> String {
    (try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") })
      .flatMap { $0 } ?? "unknown"
  }
}
