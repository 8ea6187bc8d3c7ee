/// What a worker wrote while it ran a cell.
public struct CellLog: Sendable, Equatable {
  /// The lines kept in the database itself.
  public static let tailLines = 40

  /// The whole text.
  public let text: String

  /// A log.
  public init(_ text: String = "") {
    self.text = text
  }

  /// The last lines.
  public var tail: String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.suffix(Self.tailLines + (text.hasSuffix("\n") ? 1 : 0)).joined(separator: "\n")
  }
}
