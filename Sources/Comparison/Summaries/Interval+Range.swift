import Experiment

extension Interval {
  /// The interval of a mean of a metric's values, cut where the metric's declared range ends: no mean lies
  /// beyond, so that the cut interval holds the truth as often as the whole.
  static func mean(of values: [Double], within definition: MetricDefinition) -> Interval? {
    guard var interval = mean(of: values) else { return nil }
    let ends = definition.range.split(separator: ",").map { $0.filter { !"[]() ".contains($0) } }
    guard ends.count == 2 else { return interval }
    // A value outside shows that the range is not meant so.
    if let least = Double(ends[0]), values.allSatisfy({ $0 >= least }) {
      interval.lower = max(interval.lower, least)
    }
    if let most = Double(ends[1]), values.allSatisfy({ $0 <= most }) {
      interval.upper = min(interval.upper, most)
    }
    return interval
  }
}
