import Foundation
import Randomness

/// How long the trials of a method took to reach each of several targets (Hansen et al., *COCO: a
/// platform for comparing continuous optimizers in a black-box setting*, 2021, section 6). A trial
/// that ended before is right-censored, not dropped.
public struct TargetRuns: Sendable, Equatable {
  /// The targets: values to get down to.
  public let targets: [Double]
  /// `hits[g][t]`: when trial t reached target g; nil when it never did.
  public let hits: [[Double?]]
  /// When each trial ended.
  public let ends: [Double]

  /// The runs of trials, each a trace of values (smaller is better, as an error) at increasing times
  /// (evaluations, steps, seconds); nil without a trial or with an empty trace.
  public init?(traces: [[(time: Double, value: Double)]], targets: [Double]) {
    let ends = traces.compactMap { $0.last?.time }
    guard !traces.isEmpty, ends.count == traces.count else { return nil }
    self.targets = targets
    self.ends = ends
    hits = targets.map { target in
      traces.map { trace in trace.first { $0.value <= target }?.time }
    }
  }

  /// Targets at equal ratios, from the easiest to the hardest.
  public static func targets(from easiest: Double, to hardest: Double, count: Int) -> [Double] {
    precondition(
      count > 1 && easiest > 0 && hardest > 0, "targets are two or more positive numbers")
    let ratio = log(hardest / easiest) / Double(count - 1)
    return (0..<count).map {
      $0 == count - 1 ? hardest : easiest * exp(ratio * Double($0))
    }
  }

  /// The expected running time to a target by independent restarts: the time of all trials until they
  /// reach it or end, over the number that reach it (Auger & Hansen 2005); nil when none does.
  public func expectedRunningTime(toTarget place: Int) -> Double? {
    let successes = hits[place].count { $0 != nil }
    guard successes > 0 else { return nil }
    let spent = zip(hits[place], ends).reduce(0) { $0 + ($1.0 ?? $1.1) }
    return spent / Double(successes)
  }

  /// The share of pairs (target, trial) that were reached within `time`.
  public func shareReached(within time: Double) -> Double {
    let reached = hits.reduce(0) { $0 + $1.count { $0.map { $0 <= time } ?? false } }
    return Double(reached) / Double(targets.count * ends.count)
  }

  /// The ECDF of run lengths over all pairs (target, trial): where it rises and how high.
  public var steps: [ProfileStep] {
    Self.steps(hits.joined().compactMap { $0 }.sorted(), of: targets.count * ends.count)
  }

  /// The ECDF with simulated restarts: for each target `draws` run lengths, each the sum of trials
  /// drawn with replacement until one reaches the target. Targets that no trial reached stay below.
  /// Right of the longest trial the curve rests on these restarts.
  public func restartedSteps(draws: Int = 1_000, random: RandomStream) -> [ProfileStep] {
    var lengths: [Double] = []
    for (place, hits) in hits.enumerated() where hits.contains(where: { $0 != nil }) {
      var random = random.stream(place)
      for _ in 0..<draws { lengths.append(restartedLength(hits, &random)) }
    }
    return Self.steps(lengths.sorted(), of: targets.count * draws)
  }

  private func restartedLength(_ hits: [Double?], _ random: inout RandomStream) -> Double {
    var spent = 0.0
    while true {
      let trial = random.index(below: hits.count)
      if let hit = hits[trial] { return spent + hit }
      spent += ends[trial]
    }
  }

  private static func steps(_ sorted: [Double], of total: Int) -> [ProfileStep] {
    sorted.indices.filter { $0 == sorted.count - 1 || sorted[$0 + 1] > sorted[$0] }.map {
      ProfileStep(limit: sorted[$0], share: Double($0 + 1) / Double(total))
    }
  }
}
