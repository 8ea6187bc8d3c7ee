import Statistics

extension Interval {
  /// The mean of values over seeds with its Student t 95 % interval; nil without values. With one
  /// value the interval is the value itself and says nothing of the spread.
  public static func mean(of values: [Double]) -> Interval? {
    guard let first = values.first else { return nil }
    guard let student = ConfidenceInterval.studentMean(of: values) else {
      return Interval(estimate: first, lower: first, upper: first, count: 1)
    }
    return Interval(student)
  }

  init(_ interval: ConfidenceInterval) {
    self.init(
      estimate: interval.estimate, lower: interval.lower, upper: interval.upper,
      count: interval.count)
  }
}
