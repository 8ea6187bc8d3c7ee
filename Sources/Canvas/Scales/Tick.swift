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

  /// The marks with the words taken from those that would touch the words before them, along an axis
  /// of `length`.
  static func thinned(_ ticks: [Tick], on scale: Scale, length: Double, font: Font) -> [Tick] {
    var end = -Double.infinity
    return ticks.map { tick in
      guard !tick.label.isEmpty, let fraction = scale.fraction(tick.value) else { return tick }
      let (middle, half) = (fraction * length, font.width(of: tick.label) / 2)
      guard middle - half > end + 4 else { return Tick(value: tick.value, label: "") }
      end = middle + half
      return tick
    }
  }
}
