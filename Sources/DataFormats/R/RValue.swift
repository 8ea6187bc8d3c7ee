/// A value of R that was read from a file: vectors, lists and their attributes.
public struct RValue: Sendable, Equatable {
  /// What it holds.
  public indirect enum Content: Sendable, Equatable {
    /// `NULL`.
    case null
    /// A logical vector; nil is NA.
    case truths([Bool?])
    /// An integer vector; nil is NA.
    case integers([Int?])
    /// A numeric vector; NA is NaN.
    case numbers([Double])
    /// A character vector; nil is NA.
    case texts([String?])
    /// A list.
    case list([RValue])
    /// The name of a symbol.
    case symbol(String)
    /// Anything else that occurs as an attribute, as an environment, by its kind.
    case other(String)
  }

  /// An attribute.
  public struct Attribute: Sendable, Equatable {
    /// Its name, as in `names`.
    public let name: String
    /// Its value.
    public let value: RValue
  }

  /// What it holds.
  public let content: Content
  /// Its attributes in the file's order.
  public let attributes: [Attribute]

  /// A value.
  public init(_ content: Content, attributes: [Attribute] = []) {
    self.content = content
    self.attributes = attributes
  }

  /// The attribute called `name`.
  public func attribute(_ name: String) -> RValue? {
    attributes.first { $0.name == name }?.value
  }

  /// The texts of a character vector; nil for anything else.
  public var texts: [String?]? {
    if case .texts(let texts) = content { texts } else { nil }
  }

  /// The numbers of a logical, integer or numeric vector, a missing one as NaN; nil for anything else.
  public var numbers: [Double]? {
    switch content {
    case .truths(let values): values.map { $0.map { $0 ? 1 : 0 } ?? .nan }
    case .integers(let values): values.map { $0.map(Double.init) ?? .nan }
    case .numbers(let values): values
    default: nil
    }
  }

  /// The element of a list under `name`.
  public subscript(name: String) -> RValue? {
    guard case .list(let elements) = content, let names = attribute("names")?.texts,
      let place = names.firstIndex(of: name), place < elements.count
    else { return nil }
    return elements[place]
  }
}
