/// A file of an attempt.
struct ArtifactRecord: Sendable, Equatable {
  enum Kind: String {
    case snapshot
    case log
  }

  let kind: Kind
  let name: String
  let hash: String
  let bytes: Int
}
