import Foundation
import Randomness

/// A probability density in the plane that can be drawn from and computed.
public enum PointMixture: String, Codable, Sendable, CaseIterable {
  /// Six normal densities around a circle of radius 5, standard deviation 0.1 with 0.3 of noise on top, as
  /// one of √(0.1² + 0.3²) (the FFJORD experiment in the code of Pal et al. 2021, `ffjord_gaussian.jl`).
  case gaussians
  /// Two opposite arms of an Archimedean spiral, one and a half turns, r = θ / 3 with θ = 3π √u and u
  /// uniform in [0, 1], and normal noise of 0.1 (after the `2spirals` of FFJORD, Grathwohl et al. 2019,
  /// without its uniform jitter).
  case spirals

  private static let centres = 6
  private static let radius = 5.0
  private static let gaussianVariance = 0.1 * 0.1 + 0.3 * 0.3
  private static let spiralVariance = 0.1 * 0.1
  private static let greatestAngle = 3 * Double.pi
  /// Nodes along an arm of 15 units of length: far nearer to each other than the noise is wide.
  private static let nodes = 2000

  /// Half the side of a square around the origin outside of which the mass is below 10⁻⁷.
  public var halfSide: Double {
    switch self {
    case .gaussians: 7
    case .spirals: 4
    }
  }

  /// A point.
  func draw(_ random: inout RandomStream) -> [Double] {
    let centre: [Double]
    switch self {
    case .gaussians: centre = Self.centre(random.index(below: Self.centres))
    case .spirals:
      let sign = random.index(below: 2) == 0 ? 1.0 : -1.0
      centre = Self.arm(Self.greatestAngle * random.uniform().squareRoot()).map { sign * $0 }
    }
    return centre.map { $0 + variance.squareRoot() * random.normal() }
  }

  /// The logarithm of the density at (x, y), in nats; of the spirals by the midpoint rule along the arms.
  public func logDensity(_ x: Double, _ y: Double) -> Double {
    let exponents: [Double]
    switch self {
    case .gaussians:
      exponents = (0..<Self.centres).map { number in
        exponent(x, y, Self.centre(number)) - log(Double(Self.centres))
      }
    case .spirals:
      let width = Self.greatestAngle / Double(Self.nodes)
      exponents = (0..<Self.nodes).flatMap { node in
        let angle = (Double(node) + 0.5) * width
        // u = θ² / 9π², so that du = 2 θ dθ / 9π²; each arm has half of it.
        let share = log(angle * width / (Self.greatestAngle * Self.greatestAngle))
        let place = Self.arm(angle)
        return [exponent(x, y, place) + share, exponent(x, y, place.map { -$0 }) + share]
      }
    }
    let largest = exponents.max() ?? 0
    let sum = exponents.reduce(0) { $0 + exp($1 - largest) }
    return largest + log(sum) - log(2 * .pi * variance)
  }

  private var variance: Double {
    switch self {
    case .gaussians: Self.gaussianVariance
    case .spirals: Self.spiralVariance
    }
  }

  private func exponent(_ x: Double, _ y: Double, _ centre: [Double]) -> Double {
    let (dx, dy) = (x - centre[0], y - centre[1])
    return -(dx * dx + dy * dy) / (2 * variance)
  }

  private static func centre(_ number: Int) -> [Double] {
    let angle = 2 * Double.pi * Double(number) / Double(centres)
    return [radius * cos(angle), radius * sin(angle)]
  }

  private static func arm(_ angle: Double) -> [Double] {
    [-cos(angle) * angle / 3, sin(angle) * angle / 3]
  }
}
