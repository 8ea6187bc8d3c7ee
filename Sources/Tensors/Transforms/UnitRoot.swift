import Foundation

/// exp(−2πi k/n) in Double, to half a unit in the last place or little more.
///
/// The angle is reduced exactly, in integers, to the first eighth of the circle, so that the error
/// does not grow with k and the symmetries of the circle hold bit for bit.
public struct UnitRoot: Sendable {
  /// The real part: the cosine of 2πk/n.
  public let cosine: Double
  /// The imaginary part: minus the sine of 2πk/n.
  public let sine: Double

  /// A pair that is no root but lies in a table of them.
  init(cosine: Double, sine: Double) {
    self.cosine = cosine
    self.sine = sine
  }

  /// The root with these numbers.
  ///
  /// - Parameters:
  ///   - index: k, of either sign
  ///   - count: n, above 0 and below 2^59
  public init(_ index: Int, of count: Int) {
    let k = ((index % count) + count) % count
    // 8k/n = octant + rest/n
    let octant = 8 * k / count
    let rest = 8 * k - octant * count
    // In odd octants the angle is measured back from the octant's end.
    let fraction = Double(octant % 2 == 0 ? rest : count - rest) / Double(count)
    let angle = fraction * (Double.pi / 4)
    let (c, s) = Self.cosineAndSine(angle)
    let (x, y): (Double, Double) =
      switch octant {
      case 0: (c, s)
      case 1: (s, c)
      case 2: (-s, c)
      case 3: (-c, s)
      case 4: (-c, -s)
      case 5: (-s, -c)
      case 6: (s, -c)
      default: (c, -s)
      }
    cosine = x
    // 0 - y: a sine of 0 stays +0.
    sine = 0 - y
  }

  /// The C library's are a little more exact, but not the same on every CPU.
  private static func cosineAndSine(_ angle: Double) -> (Double, Double) {
    guard KernelMode.current == .portable else { return (cos(angle), sin(angle)) }
    var (x, cosine, sine) = (angle, 0.0, 0.0)
    Double.functions.value(.cos, 1, &x, &cosine)
    Double.functions.value(.sin, 1, &x, &sine)
    return (cosine, sine)
  }
}
