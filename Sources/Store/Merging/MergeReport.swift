/// What a merge added to a store.
public struct MergeReport: Codable, Sendable, Equatable {
  /// What came from one other store; all zero when everything was there already.
  public struct Shard: Codable, Sendable, Equatable {
    /// Its file.
    public var path: String
    /// Runs that were not there.
    public var runs = 0
    /// Cells that were not there.
    public var cells = 0
    /// Attempts that were not there or were there unfinished.
    public var attempts = 0
    /// Artifact files that were not there.
    public var files = 0
  }

  /// The other stores, in the order in which they were named.
  public var shards: [Shard] = []
}
