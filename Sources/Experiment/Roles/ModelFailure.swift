/// A failure of a model that knows its kind, thrown where a plain error would only count as raised.
public struct ModelFailure: Error, Codable, Sendable, Equatable, CustomStringConvertible {
  /// The kind.
  public let kind: FailureKind
  /// What happened, in a sentence without a full stop.
  public let reason: String

  /// A failure.
  public init(_ kind: FailureKind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }

  /// The reason.
  public var description: String { reason }
}
