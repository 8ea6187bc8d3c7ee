import Experiment

/// What every `baseline.json` has, whatever its kind.
struct HeaderStub: Codable {
  let schemaVersion: Int
  let id: String
  let kind: BaselineKind
  /// nil for a published baseline.
  let profile: Profile?
}
