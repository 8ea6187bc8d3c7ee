import Foundation
import Randomness

extension CoverageStudy {
  /// Bands of survival curves: exponential times of mean 1, censored uniformly on [0.5, 2.5].
  static var survivals: [CoverageStudy] {
    [
      CoverageStudy(
        "kaplan-meier", "log-log band of 40 censored times where half survive", truth: 0.5,
        count: 10_000
      ) { SurvivalCurve(times(40, &$0)).interval(at: log(2)) },
      CoverageStudy(
        "restricted-mean", "restricted mean of 60 censored times up to 1", truth: 1 - exp(-1),
        count: 10_000
      ) { SurvivalCurve(times(60, &$0)).restrictedMean(upTo: 1) },
    ]
  }

  private static func times(_ count: Int, _ random: inout RandomStream) -> SurvivalTimes {
    var times: [SurvivalTimes.Time] = []
    for _ in 0..<count {
      let event = -log(1 - random.uniform())
      let end = random.uniform(from: 0.5, to: 2.5)
      times.append(.init(min(event, end), isEvent: event <= end))
    }
    guard let times = SurvivalTimes(times) else { preconditionFailure("there are \(count) times") }
    return times
  }

  /// Intervals of an order of convergence and of a performance profile.
  static var fits: [CoverageStudy] {
    [
      CoverageStudy(
        "order", "interval of the order from 5 step sizes, 10 % noise on the errors", truth: 2,
        count: 10_000
      ) { random in
        let sizes = [1, 0.5, 0.25, 0.125, 0.0625]
        let errors = sizes.map { $0 * $0 * exp(0.1 * random.normal()) }
        return ConvergenceFit.line(stepSizes: sizes, errors: errors)?.slopeInterval()
      },
      CoverageStudy(
        "performance-profile", "percentile band of the share within twice the best, 100 problems",
        truth: 0.5, count: 2_000
      ) { random in
        let costs = (0..<100).map { _ in [exp(log(4) * random.uniform()), 1] }
        return ProblemProfile.performance(costs: costs)?
          .band(
            of: 0, at: [2],
            bootstrap: StratifiedBootstrap(resamples: 1_000, random: random.stream("problems"))
          )
          .first
      },
    ]
  }
}
