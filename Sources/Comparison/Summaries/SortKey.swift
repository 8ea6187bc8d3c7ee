import Experiment

/// The order of standings: by missing values, then by estimate, then by place in the suite file.
struct SortKey {
  /// 0 for a complete model; otherwise larger the fewer of its seeds have a value.
  let missing: Double
  /// The mean, signed so that smaller is better; infinite without values.
  let badness: Double
  let place: Int

  init(_ series: SeedSeries, place: Int, direction: Direction) {
    let mean = Interval.mean(of: series.numbers)?.estimate
    missing = 1 - Double(series.numbers.count) / Double(series.values.count)
    badness = mean.map { direction == .lower ? $0 : -$0 } ?? .infinity
    self.place = place
  }

  /// Whether this one has a better rank than `other`, and not merely an earlier place.
  func ranksBefore(_ other: SortKey) -> Bool {
    (missing, badness) < (other.missing, other.badness)
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    (left.missing, left.badness, left.place) < (right.missing, right.badness, right.place)
  }
}
