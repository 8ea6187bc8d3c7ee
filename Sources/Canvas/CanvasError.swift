/// A surface that could not be made or written.
public struct CanvasError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// What happened.
  public let reason: String

  /// An error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// `path: reason`.
  public var description: String { "\(path): \(reason)" }
}
