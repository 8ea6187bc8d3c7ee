extension DamBreakTable {
  /// The records of the front.
  static let fronts = [
    martinMoyceFront, martinMoyceSmallColumn, martinMoyceLargeColumn, koshizukaOkaFront,
  ]

  /// The scatter of the experiments: the largest difference of any two records of the front at one time,
  /// in column widths. The two sizes of column of Martin & Moyce differ most, at the end of the smaller
  /// one's record.
  static let frontScatter: Double = {
    fronts.flatMap { one in fronts.map { one.largestDifference(from: $0) } }.max() ?? 0
  }()

  /// The speed of the front while it is steady, t sqrt(2 g / a) from 1.6 to 3.1: the least-squares slope
  /// of the readings. It does not depend on the moment of release, which no record knows well.
  var steadySpeed: Double {
    let readings = zip(times, values).filter { 1.6...3.1 ~= $0.0 }
    let count = Double(readings.count)
    let time = readings.reduce(0) { $0 + $1.0 } / count
    let value = readings.reduce(0) { $0 + $1.1 } / count
    let covariance = readings.reduce(0) { $0 + ($1.0 - time) * ($1.1 - value) }
    return covariance / readings.reduce(0) { $0 + ($1.0 - time) * ($1.0 - time) }
  }
}
