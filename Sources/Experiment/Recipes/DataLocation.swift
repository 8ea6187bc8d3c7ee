import Foundation

/// Where a dataset lies and where it came from; all origins go through the same reader.
public struct DataLocation: Codable, Sendable, Equatable {
  /// Where data came from.
  public enum Origin: String, Codable, Sendable, CaseIterable {
    /// Made by our own simulator.
    case generated
    /// The user's own copy of the official download, or a folder in its format.
    case imported
    /// Real data that the suite ships.
    case shipped
    /// Real data that a package of the system installed.
    case installed
  }

  /// The folder that holds the benchmark's tree (`cavity/bc/case0000/…`).
  public let folder: URL
  /// Where the data came from.
  public let origin: Origin
  /// SHA-256 over the manifest of all files; part of every cell key.
  public let contentHash: String

  /// A location.
  public init(folder: URL, origin: Origin, contentHash: String) {
    self.folder = folder
    self.origin = origin
    self.contentHash = contentHash
  }
}
