import Experiment

/// What `baseline.json` says of a measured baseline.
struct BaselineHeader: Codable, Equatable {
  static let fileName = "baseline.json"
  /// 2 added hashes of data and task to the cells, resources to the costs, tolerances and samples.
  static let newestSchema = 2

  let schemaVersion: Int
  let id: String
  let kind: BaselineKind
  let profile: Profile
  let suites: [SuiteDescription]
  let environment: [String: String]
  /// File name to SHA-256.
  let files: [String: String]

  /// The tables that a baseline of this schema has.
  var tables: [String] {
    let first = [Baseline.measurementsFile, Baseline.costsFile, Baseline.cellsFile]
    return schemaVersion == 1 ? first : first + [Baseline.tolerancesFile, Baseline.samplesFile]
  }
}
