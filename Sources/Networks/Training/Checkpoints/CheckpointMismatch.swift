import Foundation

/// A checkpoint that is not of this network or training.
public struct CheckpointMismatch: Error, Sendable, Equatable, CustomStringConvertible {
  /// The parameter, or the name of what differs.
  public let name: String
  /// What the checkpoint has for it.
  public let found: String
  /// What the network or training has.
  public let expected: String
  /// The file of a training's checkpoint; empty when it is of a network.
  public private(set) var file = ""

  init(name: String, found: String, expected: String) {
    self.name = name
    self.found = found
    self.expected = expected
  }

  /// The same of a training's checkpoint in the file at `url`.
  func found(in url: URL) -> CheckpointMismatch {
    var error = self
    error.file = url.path
    return error
  }

  /// What was found and expected, and what to do.
  public var description: String {
    guard !file.isEmpty else {
      return "checkpoint, parameter '\(name)': \(found); expected \(expected); "
        + "use a checkpoint of the same network."
    }
    return "\(file), '\(name)': \(found); expected \(expected); "
      + "continue the training that wrote it, or remove the file to begin anew."
  }
}
