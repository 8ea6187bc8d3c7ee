/// Numbers of one kind, one for each replicate (seed), in the order in which they were taken.
public struct Observations: Sendable, Equatable {
  /// The numbers; never empty.
  public let values: [Double]

  /// Observations; at least one, all finite.
  public init(_ values: [Double]) {
    precondition(!values.isEmpty, "statistics of no observation do not exist")
    precondition(values.allSatisfy(\.isFinite), "observations are finite; others are missing")
    self.values = values
  }

  /// How many there are.
  public var count: Int { values.count }

  /// The arithmetic mean: of differences from the first value, so that equal values give exactly
  /// that value.
  public var mean: Double {
    let first = values[0]
    return first + values.reduce(0) { $0 + ($1 - first) } / Double(count)
  }

  /// The unbiased variance Σ(x − x̄)² / (n − 1), in two passes; 0 for a single value.
  public var variance: Double {
    guard count > 1 else { return 0 }
    let centre = mean
    return values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(count - 1)
  }

  /// The square root of the variance.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean, s / √n.
  public var standardError: Double { (variance / Double(count)).squareRoot() }

  /// The median.
  public var median: Double { quantile(0.5) }

  /// The quantile of type 7 of Hyndman & Fan (1996), the default of R and NumPy: linear between
  /// order statistics at the place (n − 1) · `fraction`.
  public func quantile(_ fraction: Double) -> Double {
    values.sorted().quantile(fraction)
  }

  /// The mean of the middle half: the mean after floor(n / 4) values are cut from either end
  /// (Agarwal et al. 2021; as `scipy.stats.trim_mean` with 0.25).
  public var interquartileMean: Double {
    let cut = count / 4
    return Observations(Array(values.sorted()[cut..<(count - cut)])).mean
  }
}

extension [Double] {
  /// The type 7 quantile of numbers that are sorted already.
  func quantile(_ fraction: Double) -> Double {
    precondition((0...1).contains(fraction), "a quantile at \(fraction) does not exist")
    let place = Double(count - 1) * fraction
    let below = Int(place)
    guard below + 1 < count else { return self[count - 1] }
    return self[below] + (place - Double(below)) * (self[below + 1] - self[below])
  }
}
