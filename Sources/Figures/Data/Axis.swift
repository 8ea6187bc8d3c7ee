import Canvas

/// What an axis shows.
public struct Axis: Sendable, Equatable {
  /// How numbers become places.
  public typealias Law = Scale.Law

  /// The title, with the unit.
  public var title: String
  /// How numbers become places.
  public var law: Law

  /// An axis.
  public init(_ title: String, _ law: Law = .linear) {
    self.title = title
    self.law = law
  }
}
