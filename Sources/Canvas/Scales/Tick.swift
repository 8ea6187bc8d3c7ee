/// A mark on an axis.
public struct Tick: Sendable, Equatable {
  /// Where, in the units of the axis.
  public var value: Double
  /// What stands there; empty for a small mark without words.
  public var label: String

  /// A mark.
  public init(value: Double, label: String) {
    self.value = value
    self.label = label
  }
}
