/// What a check of the whole store found.
public struct StoreHealth: Codable, Sendable, Equatable {
  /// What is wrong, sentence by sentence; empty when nothing is.
  public var problems: [String]
  /// Artifact files that no attempt refers to: harmless, left by a kill between file and row.
  public var orphanedFiles: [String]
  /// Runs in the store.
  public var runs: Int
  /// Cells by state.
  public var cells: [String: Int]
  /// The version of the schema.
  public var schemaVersion: Int
  /// The bytes of the database file.
  public var bytes: Int
}
