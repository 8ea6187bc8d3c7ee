import Experiment

/// What `baseline.json` says of a measured baseline.
struct BaselineHeader: Codable, Equatable {
  static let fileName = "baseline.json"
  static let newestSchema = 1

  let schemaVersion: Int
  let id: String
  let kind: BaselineKind
  let profile: Profile
  let suites: [SuiteDescription]
  let environment: [String: String]
  /// File name to SHA-256.
  let files: [String: String]
}
