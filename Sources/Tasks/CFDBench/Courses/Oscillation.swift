/// The frequency of a series that swings about its mean.
struct Oscillation {
  private let values: [Double]
  private let interval: Double

  /// A series with `interval` seconds between its values.
  init(_ values: [Double], interval: Double) {
    self.values = values
    self.interval = interval
  }

  /// Hz: one over the mean time between upward crossings of the mean, found by linear interpolation;
  /// absent when there are fewer than two.
  var frequency: Result<Double, CourseQuantity.Absence> {
    let mean = values.reduce(0, +) / Double(max(values.count, 1))
    let crossings = values.indices.dropLast().compactMap { index -> Double? in
      let (before, after) = (values[index] - mean, values[index + 1] - mean)
      guard before < 0, after >= 0 else { return nil }
      return Double(index) + before / (before - after)
    }
    guard let first = crossings.first, let last = crossings.last, crossings.count > 1 else {
      return .failure(.init(reason: "less than a period of oscillation"))
    }
    return .success(Double(crossings.count - 1) / ((last - first) * interval))
  }
}
