/// An error that says what it is told.
public struct ToyError: Error, CustomStringConvertible {
  public let text: String
  public init(text: String) { self.text = text }
  public var description: String { text }
}
