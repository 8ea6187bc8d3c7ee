/// A checkpoint's file that cannot be read: torn, foreign or out of reach. It stays as it is.
public struct UnusableCheckpoint: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file, what was found in it and what was expected.
  public let reason: String

  /// What is wrong and what to do.
  public var description: String {
    "\(reason) A training can only go on from its own checkpoint: bring it back, or remove the file "
      + "to begin anew."
  }
}
