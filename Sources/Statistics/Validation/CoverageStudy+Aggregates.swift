import Foundation
import Randomness

extension CoverageStudy {
  private static let taskCount = 26
  private static let runCount = 10
  private static let resamples = 1_000

  /// Stratified bootstrap intervals of 10 runs × 26 tasks. Scores are normal within a task, with other
  /// means and deviations from task to task.
  ///
  /// The plain percentile and BCa intervals of rliable are not among these: resamples of 10 runs vary by
  /// 1 − 1/10 of what samples do, and they hold the true interquartile mean in 92.8 and 93.0 % of studies.
  static var aggregates: [CoverageStudy] {
    let words = "\(runCount) runs × \(taskCount) tasks"
    let studies = 1_500
    let (middle, mean) = (interquartileMean, 0.3 + 0.03 * Double(taskCount - 1) / 2)
    var random = stream("stratified")
    var held = (expanded: 0, accelerated: 0, mean: 0)
    for study in 0..<studies {
      guard let scores = TaskScores(tasks: tasks(shift: 0, &random)) else { continue }
      let bootstrap = StratifiedBootstrap(
        resamples: resamples, random: stream("resamples").stream(study))
      let distributions = bootstrap.aggregates(of: scores)
      let distribution = distributions[.interquartileMean]
      held.expanded += distribution.expandedInterval()?.contains(middle) ?? false ? 1 : 0
      held.accelerated +=
        distribution.bcaInterval(isExpanded: true)?.contains(middle) ?? false ? 1 : 0
      held.mean += distributions[.mean].expandedInterval()?.contains(mean) ?? false ? 1 : 0
    }
    return [
      CoverageStudy(
        "stratified-percentile", "expanded percentile interval of the interquartile mean, \(words)",
        held: held.expanded, of: studies),
      CoverageStudy(
        "stratified-bca", "expanded BCa interval of the interquartile mean, \(words)",
        held: held.accelerated, of: studies),
      CoverageStudy(
        "stratified-mean", "expanded percentile interval of the mean, \(words)",
        held: held.mean, of: studies),
      improvement,
    ]
  }

  private static var improvement: CoverageStudy {
    let shift = 0.1
    // Φ(shift / (√2 σ)) on each task.
    let truth =
      (0..<taskCount).reduce(0) {
        $0 + NormalDistribution.cumulative(shift / (2.0.squareRoot() * deviation($1)))
      } / Double(taskCount)
    return CoverageStudy(
      "improvement",
      "expanded BCa interval of the probability of improvement, \(runCount) runs × \(taskCount) tasks",
      truth: truth, count: 1_000
    ) { random in
      let sides = [shift, 0].compactMap { TaskScores(tasks: tasks(shift: $0, &random)) }
      return StratifiedBootstrap(resamples: resamples, random: random.stream("resamples"))
        .probabilityOfImprovement(of: sides[0], over: sides[1]).bcaInterval(isExpanded: true)
    }
  }

  private static func mean(_ task: Int) -> Double { 0.3 + 0.03 * Double(task) }
  private static func deviation(_ task: Int) -> Double { 0.1 + 0.1 * Double(task % 3) }

  private static func tasks(shift: Double, _ random: inout RandomStream) -> [[Double]] {
    (0..<taskCount).map { task in
      normals(runCount, &random).map { mean(task) + shift + deviation(task) * $0 }
    }
  }

  /// The mean of the middle half of the mixture of all tasks, by its distribution on a fine grid.
  private static var interquartileMean: Double {
    func cumulative(_ x: Double) -> Double {
      (0..<taskCount).reduce(0) {
        $0 + NormalDistribution.cumulative((x - mean($1)) / deviation($1))
      } / Double(taskCount)
    }
    let step = 1e-3
    var (sum, below) = (0.0, 0.0)
    for place in -1_500...3_000 {
      let x = (Double(place) + 0.5) * step
      let upTo = min(0.75, max(0.25, cumulative(x + step / 2)))
      sum += x * (upTo - max(0.25, below))
      below = upTo
    }
    return sum / 0.5
  }
}
