import Randomness

extension StratifiedBootstrap {
  /// The probability that a run of `ours` beats a run of `theirs` on a task, both drawn at random:
  /// the mean over tasks of U / (n m), where U counts the pairs in which ours is larger, ties half
  /// (Mann & Whitney 1947; Agarwal et al. 2021, section 4.3). The runs of both are resampled.
  ///
  /// For errors, of which less is better, swap the sides. Both have the same tasks in the same order.
  public func probabilityOfImprovement(of ours: TaskScores, over theirs: TaskScores)
    -> BootstrapDistribution
  {
    precondition(
      ours.tasks.count == theirs.tasks.count,
      "\(ours.tasks.count) tasks cannot pair \(theirs.tasks.count)")
    let duels = zip(ours.tasks, theirs.tasks).map { Duel(ours: $0, theirs: $1) }
    let tasks = Double(duels.count)
    var random = random
    let replicates = (0..<resamples).map { _ in
      duels.reduce(0) { $0 + $1.resampled(&random) } / tasks
    }
    return BootstrapDistribution(
      estimate: duels.reduce(0) { $0 + $1.share } / tasks, replicates: replicates,
      influences: duels.flatMap { $0.influences.map { $0.map { $0 / tasks } } },
      count: ours.count + theirs.count)
  }
}

/// The scores of two methods on one task, ranked together once.
private final class Duel {
  private let ours: [Double]
  private let theirs: [Double]
  /// The group of equal scores of each score, from the smallest.
  private let ourGroups: [Int]
  private let theirGroups: [Int]
  private let groups: Int
  /// How often each group was drawn.
  private let ourCounts: UnsafeMutablePointer<Int>
  private let theirCounts: UnsafeMutablePointer<Int>

  init(ours: [Double], theirs: [Double]) {
    (self.ours, self.theirs) = (ours, theirs)
    let distinct = Set(ours + theirs).sorted()
    let places = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    ourGroups = ours.map { places[$0, default: 0] }
    theirGroups = theirs.map { places[$0, default: 0] }
    groups = distinct.count
    ourCounts = .allocate(capacity: groups)
    ourCounts.initialize(repeating: 0, count: groups)
    theirCounts = .allocate(capacity: groups)
    theirCounts.initialize(repeating: 0, count: groups)
  }

  deinit {
    ourCounts.deallocate()
    theirCounts.deallocate()
  }

  /// U / (n m) of the scores themselves.
  var share: Double {
    ours.reduce(0) { $0 + wins(of: $1, over: theirs) } / Double(ours.count)
  }

  /// Of each of ours: (n − 1) / n times the mean of the left-one-out shares less each, which is its
  /// share of wins less their mean, over n; likewise of each of theirs.
  var influences: [[Double]] {
    let mean = share
    let mine = ours.map { (wins(of: $0, over: theirs) - mean) / Double(ours.count) }
    let yours = theirs.map { (1 - wins(of: $0, over: ours) - mean) / Double(theirs.count) }
    return [mine, yours]
  }

  private func wins(of score: Double, over others: [Double]) -> Double {
    others.reduce(0) { $0 + ($1 < score ? 1 : $1 == score ? 0.5 : 0) } / Double(others.count)
  }

  func resampled(_ random: inout RandomStream) -> Double {
    ourCounts.update(repeating: 0, count: groups)
    theirCounts.update(repeating: 0, count: groups)
    StratumDraws(count: ours.count).forEachIndex(&random) { ourCounts[ourGroups[$0]] += 1 }
    StratumDraws(count: theirs.count).forEachIndex(&random) { theirCounts[theirGroups[$0]] += 1 }
    var (doubledWins, theirsBelow) = (0, 0)
    for group in 0..<groups {
      doubledWins += ourCounts[group] * (2 * theirsBelow + theirCounts[group])
      theirsBelow += theirCounts[group]
    }
    return Double(doubledWins) / Double(2 * ours.count * theirs.count)
  }
}
