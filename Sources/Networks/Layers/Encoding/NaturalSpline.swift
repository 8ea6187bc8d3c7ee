/// The cubic spline through some points whose second derivative is continuous and 0 at both ends, and which
/// stays where it is before the first and after the last of them.
public struct NaturalSpline: Sendable {
  /// A value with its derivatives up to the third, from the right.
  public struct Expansion: Equatable, Sendable {
    /// The spline.
    public let value: Double
    /// Its slope.
    public let first: Double
    /// Its second derivative, by the square of the unit of time.
    public let second: Double
    /// Its third derivative, constant up to the next point.
    public let third: Double

    /// An expansion.
    public init(value: Double = 0, first: Double = 0, second: Double = 0, third: Double = 0) {
      (self.value, self.first, self.second, self.third) = (value, first, second, third)
    }
  }

  private let times: [Double]
  private let values: [Double]
  /// The second derivative at each point.
  private let curvatures: [Double]

  /// Through `values` at increasing `times`; through none it is 0.
  public init(times: [Double], values: [Double]) {
    precondition(times.count == values.count, "\(times.count) times for \(values.count) values")
    (self.times, self.values) = (times, values)
    curvatures = Self.curvatures(times, values)
  }

  /// Solves h[i-1] m[i-1] + 2 (h[i-1] + h[i]) m[i] + h[i] m[i+1] = 6 (d[i] - d[i-1]), d being the slopes of
  /// the chords and h the intervals, by Thomas' elimination: the matrix is diagonally dominant.
  private static func curvatures(_ times: [Double], _ values: [Double]) -> [Double] {
    let count = times.count
    var curvatures = [Double](repeating: 0, count: count)
    guard count > 2 else { return curvatures }
    let h = zip(times.dropFirst(), times).map { $0 - $1 }
    let d = h.indices.map { (values[$0 + 1] - values[$0]) / h[$0] }
    var (upper, right) = (curvatures, curvatures)
    for i in 1..<count - 1 {
      let pivot = 2 * (h[i - 1] + h[i]) - h[i - 1] * upper[i - 1]
      upper[i] = h[i] / pivot
      right[i] = (6 * (d[i] - d[i - 1]) - h[i - 1] * right[i - 1]) / pivot
    }
    for i in (1..<count - 1).reversed() {
      curvatures[i] = right[i] - upper[i] * curvatures[i + 1]
    }
    return curvatures
  }

  /// The spline at `time` and how it goes on from there.
  public func expansion(at time: Double) -> Expansion {
    guard let start = times.first, let end = times.last else { return Expansion() }
    if time < start { return Expansion(value: values[0]) }
    if time >= end { return Expansion(value: values[values.count - 1]) }
    let i = (times.firstIndex { $0 > time } ?? times.count) - 1
    let (h, s) = (times[i + 1] - times[i], time - times[i])
    let (m, n) = (curvatures[i], curvatures[i + 1])
    let slope = (values[i + 1] - values[i]) / h - h * (2 * m + n) / 6
    let third = (n - m) / h
    return Expansion(
      value: values[i] + s * (slope + s * (m / 2 + s * third / 6)),
      first: slope + s * (m + s * third / 2), second: m + s * third, third: third)
  }
}
