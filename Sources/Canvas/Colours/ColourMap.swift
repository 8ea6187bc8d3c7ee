/// Colours for numbers from 0 to 1, such that equal steps of the number look like equal steps.
///
/// The anchors are joined by straight lines in Oklab and the parameter is the length along them, so
/// uniformity holds by construction (to the rounding of 8-bit channels).
public struct ColourMap: Sendable, Equatable {
  /// The name, as in `magnitude`.
  public let name: String
  /// 256 colours from the lowest number to the highest.
  public let table: [Colour]

  /// A map through `anchors`, each leg as long in the parameter as it looks.
  public init(_ name: String, through anchors: [Colour]) {
    let places = anchors.map { Oklab($0) }
    let legs = zip(places, places.dropFirst()).map { $0.distance(to: $1) }
    self.init(name, places, legs: legs)
  }

  /// A map in which both halves are half the parameter: `low` and `high` are equally far from
  /// `centre`.
  public init(_ name: String, low: [Colour], centre: Colour, high: [Colour]) {
    let lower = ColourMap(name, through: low + [centre]).table
    let upper = ColourMap(name, through: [centre] + high).table
    self.name = name
    table = (0..<256).map { index in
      index < 128 ? lower[min(255, index * 2)] : upper[min(255, (index - 128) * 2 + 1)]
    }
  }

  private init(_ name: String, _ places: [Oklab], legs: [Double]) {
    self.name = name
    let total = legs.reduce(0, +)
    table = (0..<256).map { index in
      var rest = Double(index) / 255 * total
      var leg = 0
      while leg < legs.count - 1, rest > legs[leg] {
        rest -= legs[leg]
        leg += 1
      }
      return Self.blend(places[leg], places[leg + 1], min(1, rest / legs[leg])).colour
    }
  }

  /// The colour of a number; clamped to 0...1.
  public func colour(_ fraction: Double) -> Colour {
    guard fraction.isFinite else { return Colour(0x808080) }
    return table[Int((min(max(fraction, 0), 1) * 255).rounded())]
  }

  /// For magnitudes: dark violet to bright yellow through the anchors of viridis (van der Walt and
  /// Smith 2015), lightness rising throughout.
  public static let magnitude = ColourMap(
    "magnitude",
    through: [0x440154, 0x414487, 0x2A788E, 0x22A884, 0x7AD151, 0xFDE725].map { Colour($0) })

  /// For signed errors: blue, almost white at zero, vermilion; told apart by every common kind of
  /// colour vision.
  public static let signed = ColourMap(
    "signed", low: [Colour(0x123A66), Colour(0x2F74B5)], centre: Colour(0xF6F5F2),
    high: [Colour(0xC9572B), Colour(0x6E2410)])

  private static func blend(_ start: Oklab, _ end: Oklab, _ t: Double) -> Oklab {
    Oklab(
      lightness: start.lightness + t * (end.lightness - start.lightness),
      a: start.a + t * (end.a - start.a), b: start.b + t * (end.b - start.b))
  }
}
