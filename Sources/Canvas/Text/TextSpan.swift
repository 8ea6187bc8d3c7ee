/// A piece of running text with one look.
public struct TextSpan: Sendable, Equatable {
  /// A look.
  public enum Style: String, Sendable {
    /// As the paragraph.
    case plain
    /// Heavier.
    case strong
    /// Paler.
    case muted
    /// Like a command or a key.
    case code
  }

  /// Where a piece leads.
  public enum Target: Sendable, Equatable {
    /// A place of the same document.
    case place(String)
    /// An address outside.
    case address(String)
  }

  /// The text.
  public var text: String
  /// The look.
  public var style: Style
  /// Where it leads, or nil.
  public var target: Target?

  /// A piece.
  public init(_ text: String, _ style: Style = .plain, target: Target? = nil) {
    self.text = text
    self.style = style
    self.target = target
  }
}

extension TextSpan: ExpressibleByStringLiteral {
  /// A plain piece.
  public init(stringLiteral text: String) {
    self.init(text)
  }
}
