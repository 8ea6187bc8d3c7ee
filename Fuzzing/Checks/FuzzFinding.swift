/// A property that an input has shown not to hold.
public struct FuzzFinding: Error, CustomStringConvertible, Sendable {
  /// What went wrong.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
