import Experiment

/// A cell that a run is to make or to find.
public struct RegisteredCell: Sendable, Equatable {
  /// Which cell.
  public let identity: CellIdentity
  /// SHA-256 over everything that can change its numbers, in hexadecimal.
  public let key: String
  /// Its resolved configuration as canonical JSON.
  public let configuration: String
  /// Where its data came from.
  public let dataOrigin: DataLocation.Origin

  /// A cell.
  public init(
    identity: CellIdentity, key: String, configuration: String, dataOrigin: DataLocation.Origin
  ) {
    self.identity = identity
    self.key = key
    self.configuration = configuration
    self.dataOrigin = dataOrigin
  }
}
