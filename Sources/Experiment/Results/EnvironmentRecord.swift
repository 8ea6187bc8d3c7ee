/// The machine and the software of a run: what its numbers may depend on, as name and value.
public struct EnvironmentRecord: Codable, Sendable, Equatable {
  /// Facts by name, as in `cpu`, `cores`, `kernel`, `blas`, `blas-core`, `code`, `load`.
  public var facts: [String: String]

  /// A record.
  public init(facts: [String: String] = [:]) {
    self.facts = facts
  }
}
