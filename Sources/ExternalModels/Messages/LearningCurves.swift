import Experiment

/// Learning curves in the making.
struct LearningCurves {
  /// More than a person can look at; a program that sends more has lost its way.
  static let mostNames = 256
  /// Over all names.
  static let mostPoints = 4_000_000

  private var points: [String: [(step: Int, value: Double)]] = [:]
  private var count = 0

  /// Takes in a report.
  /// - Throws: `ModelFailure` (broke the protocol) when there are too many names or points.
  mutating func add(_ report: ProgressReport) throws {
    for (name, value) in report.values {
      points[name, default: []].append((report.step, value ?? .nan))
    }
    count += report.values.count
    guard points.count <= Self.mostNames, count <= Self.mostPoints else {
      throw ModelFailure(
        .brokeProtocol,
        "the program sent progress with \(points.count) names and \(count) values; at most "
          + "\(Self.mostNames) and \(Self.mostPoints) are kept")
    }
  }

  /// The curves over steps, by name; each ends before its first value that is not finite.
  var curves: [Curve] {
    points.sorted { $0.key < $1.key }.map { name, points in
      let points = points.prefix { $0.value.isFinite }
      return Curve(
        name: name, axis: "step", positions: points.map { Double($0.step) },
        values: points.map(\.value))
    }
  }
}
