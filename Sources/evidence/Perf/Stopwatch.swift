import Foundation

/// Wall-clock times of repeated work.
enum Stopwatch {
  /// Seconds that `body` takes.
  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let duration = try clock.measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// The median of `repetitions` timings of `body`.
  static func median(of repetitions: Int, _ body: () throws -> Void) rethrows -> Double {
    let times = try (0..<repetitions).map { _ in try seconds(body) }.sorted()
    return (times[(times.count - 1) / 2] + times[times.count / 2]) / 2
  }
}
