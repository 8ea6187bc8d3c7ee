import Foundation

/// Where a run looks for data.
public struct DataPlaces: Sendable {
  /// The folder of generated data.
  public var generated: URL
  /// The user's own downloads, by benchmark; they come before all other data.
  public var imported: [String: URL]
  /// The folder of suites, some of which ship data.
  public var suites: URL

  /// Places.
  public init(
    generated: URL, imported: [String: URL] = [:],
    suites: URL = URL(filePath: "Suites", directoryHint: .isDirectory)
  ) {
    self.generated = generated
    self.imported = imported
    self.suites = suites
  }

  /// The datasets in these places.
  var cache: DataCache { DataCache(folder: generated, suites: suites) }
}
