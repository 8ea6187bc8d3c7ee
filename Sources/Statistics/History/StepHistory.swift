import Foundation

/// A history of one number over commits as pieces of constant level: where did it change for good?
///
/// Weighted L1 Potts segmentation, as airspeed velocity's step detection: min Σ w |x − level| over
/// piecewise constant levels for each number of pieces, exactly, by dynamic programming
/// (Auger & Lawrence 1989; Friedrich, Kempe, Liebscher & Winkler 2008), with medians for levels, so that
/// single outliers make no step. The number of pieces k is the one with the least
/// β k + ln(σ₀ + Σ |E − ρ E₋₁|): β = 4 ln n / n, E the residuals of all pieces in order, and σ₀ a floor, the
/// larger of a tenth of the smallest step and a thousandth of the smallest level, below which a spread
/// is not worth a step.
///
/// The first-order correlation ρ of the noise is taken from the residuals of the best k with ρ = 0, so that
/// slow noise makes few steps. airspeed velocity takes it anew for every k, which mistakes most steps of
/// short histories for slow noise (of 20 values with a step of five deviations it finds 4 in 10).
public struct StepHistory: Sendable, Equatable {
  /// A piece of constant level.
  public struct Piece: Sendable, Equatable {
    /// The places of its values.
    public let range: Range<Int>
    /// The weighted median of its values.
    public let level: Double
    /// The weighted mean distance of its values from the level.
    public let spread: Double
  }

  /// A change between two pieces.
  public struct Step: Sendable, Equatable {
    /// The first place of the new level.
    public let place: Int
    /// The level before.
    public let before: Double
    /// The level from there on.
    public let after: Double

    /// A change.
    public init(place: Int, before: Double, after: Double) {
      self.place = place
      self.before = before
      self.after = after
    }
  }

  /// The pieces, in order.
  public let pieces: [Piece]

  /// The fewest values of a piece: one value off is an outlier, two are a change.
  public static let fewestValues = 2
  /// The most pieces that are looked for.
  public static let mostPieces = 24
  /// Of a longer history the last so many values are taken: time and memory grow with the square.
  public static let mostValues = 1_000

  /// The steps between pieces.
  public var steps: [Step] {
    zip(pieces, pieces.dropFirst()).map {
      Step(place: $1.range.lowerBound, before: $0.level, after: $1.level)
    }
  }

  /// The history of `values` in order of time, with positive `weights` (as 1 / spread; all alike when
  /// nil); nil without values. Of more than 1 000 values the pieces of the last 1 000 are found, and
  /// places count in the whole history.
  public init?(_ values: [Double], weights: [Double]? = nil) {
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    precondition(weights.count == values.count, "each value has its weight")
    guard !values.isEmpty else { return nil }
    precondition(values.allSatisfy(\.isFinite), "values are finite; others are missing")
    precondition(weights.allSatisfy { $0 > 0 && $0.isFinite }, "weights are positive")
    let first = max(0, values.count - Self.mostValues)
    let (recent, recentWeights) = (Array(values[first...]), Array(weights[first...]))
    let segmentation = PottsSegmentation(recent, weights: recentWeights)
    let candidates = segmentation.candidates.map { starts in
      Self.pieces(recent, recentWeights, starts: starts)
    }
    func best(correlation: Double) -> [Piece] {
      candidates.min {
        Self.score($0, recent, correlation) < Self.score($1, recent, correlation)
      } ?? []
    }
    let residuals = Self.residuals(best(correlation: 0), recent)
    pieces = best(correlation: Self.correlation(residuals)).map {
      Piece(
        range: $0.range.lowerBound + first..<$0.range.upperBound + first, level: $0.level,
        spread: $0.spread)
    }
  }

  private static func pieces(_ values: [Double], _ weights: [Double], starts: [Int]) -> [Piece] {
    zip(starts, starts.dropFirst() + [values.count]).map { start, end in
      let level = weightedMedian(Array(values[start..<end]), Array(weights[start..<end]))
      let total = weights[start..<end].reduce(0, +)
      let distance = (start..<end).reduce(0) { $0 + weights[$1] * abs(values[$1] - level) }
      return Piece(range: start..<end, level: level, spread: distance / total)
    }
  }

  /// The value with half the weight on either side; the middle of two when the halves are exact.
  private static func weightedMedian(_ values: [Double], _ weights: [Double]) -> Double {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    let half = weights.reduce(0, +) / 2
    var below = 0.0
    for (place, index) in order.enumerated() {
      below += weights[index]
      if below > half || place == order.count - 1 { return values[index] }
      if below == half { return (values[index] + values[order[place + 1]]) / 2 }
    }
    return values[0]
  }

  /// β k + ln(σ₀ + Σ |E − ρ E₋₁|); infinite when two neighbours have the same level and are one piece.
  private static func score(_ pieces: [Piece], _ values: [Double], _ rho: Double) -> Double {
    let smallestStep =
      zip(pieces, pieces.dropFirst()).map { abs($0.level - $1.level) }.min() ?? 0
    guard smallestStep > 0 || pieces.count == 1 else { return .infinity }
    let smallestLevel = pieces.map { abs($0.level) }.min() ?? 0
    let floor = max(0.1 * smallestStep, 0.001 * smallestLevel, .leastNormalMagnitude)
    let residuals = residuals(pieces, values)
    let spread =
      abs(residuals[0])
      + zip(residuals.dropFirst(), residuals).reduce(0) { $0 + abs($1.0 - rho * $1.1) }
    let n = Double(values.count)
    return 4 * log(n) / n * Double(pieces.count) + log(floor + spread)
  }

  private static func residuals(_ pieces: [Piece], _ values: [Double]) -> [Double] {
    pieces.flatMap { piece in piece.range.map { values[$0] - piece.level } }
  }

  /// The ρ in [−1, 1] with the least Σ |E − ρ E₋₁|, which is convex and piecewise linear in ρ: the
  /// weighted median of the quotients E / E₋₁ with weights |E₋₁|.
  private static func correlation(_ residuals: [Double]) -> Double {
    let pairs = zip(residuals.dropFirst(), residuals).filter { $0.1 != 0 }
    guard !pairs.isEmpty else { return 0 }
    return min(1, max(-1, weightedMedian(pairs.map { $0.0 / $0.1 }, pairs.map { abs($0.1) })))
  }
}
