/// What `baseline.json` says of a published baseline.
struct PublishedHeader: Codable, Equatable {
  let schemaVersion: Int
  let id: String
  let kind: BaselineKind
  let title: String
  let reference: String
  /// Short name to where values were read; the `source` column has the short name.
  let sources: [String: String]
  /// File name to SHA-256.
  let files: [String: String]
}
