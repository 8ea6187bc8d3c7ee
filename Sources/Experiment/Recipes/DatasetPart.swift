/// One case of a dataset: the unit of generation, caching and of the split.
public struct DatasetPart: Codable, Sendable, Equatable {
  /// Its folder below the dataset's, as in `cavity/bc/case0000`.
  public let path: String
  /// Why it is not generated; empty when it is.
  public let notGenerated: String
  /// Expected seconds on one core, for order and ETA; a guess, never a limit.
  public let expectedSeconds: Double

  /// A part.
  public init(path: String, notGenerated: String = "", expectedSeconds: Double = 1) {
    self.path = path
    self.notGenerated = notGenerated
    self.expectedSeconds = expectedSeconds
  }
}
