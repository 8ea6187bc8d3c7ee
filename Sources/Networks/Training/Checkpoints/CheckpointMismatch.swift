/// A checkpoint that is not of this network.
public struct CheckpointMismatch: Error, Sendable, Equatable, CustomStringConvertible {
  /// The parameter.
  public let name: String
  /// What the checkpoint has for it.
  public let found: String
  /// What the network has.
  public let expected: String

  /// What was found and expected, and what to do.
  public var description: String {
    "checkpoint, parameter '\(name)': \(found); expected \(expected); "
      + "use a checkpoint of the same network."
  }
}
