/// The aggregates of the scores of a method without each score in turn, each in constant time from
/// order statistics and running sums.
struct AggregateJackknife {
  private let tasks: [[Double]]
  private let target: Double
  private let taskMeans: [Double]
  private let meanOrder: [Double]
  private let sorted: [Double]
  /// `running[k]`: the sum of the k smallest scores, less the middle one each.
  private let running: [Double]
  private let centre: Double

  init(_ scores: TaskScores, target: Double) {
    tasks = scores.tasks
    self.target = target
    taskMeans = tasks.map { Observations($0).mean }
    meanOrder = taskMeans.sorted()
    sorted = tasks.joined().sorted()
    let centre = sorted[sorted.count / 2]
    self.centre = centre
    running = sorted.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1 - centre)) }
  }

  /// The influences of the scores of each task on each aggregate; none where a task has one score.
  var influences: [Aggregate: [[Double]]] {
    var influences: [Aggregate: [[Double]]] = [:]
    for task in tasks.indices where tasks[task].count > 1 {
      let left = tasks[task].indices.map { values(withoutRun: $0, ofTask: task) }
      for aggregate in Aggregate.allCases {
        influences[aggregate, default: []].append(
          BootstrapDistribution.influences(leftOneOut: left.map { $0[aggregate] }))
      }
    }
    return influences
  }

  private func values(withoutRun run: Int, ofTask task: Int) -> AggregateValues {
    let runs = tasks[task]
    let share = 1 / Double(runs.count - 1)
    let mean = taskMeans[task] + (taskMeans[task] - runs[run]) * share
    let cappedMean = runs.reduce(0) { $0 + min($1, target) } / Double(runs.count)
    let capped = (cappedMean - min(runs[run], target)) * share
    // The unchanged part of the mean and the gap is the same for all runs of the task and drops out.
    return AggregateValues(
      mean: mean / Double(tasks.count), median: median(replacing: taskMeans[task], by: mean),
      interquartileMean: interquartileMean(without: runs[run]),
      optimalityGap: -capped / Double(tasks.count))
  }

  private func median(replacing old: Double, by new: Double) -> Double {
    let place = meanOrder.firstPlace(of: old)
    /// The k-th smallest of all means but the old one.
    func other(_ k: Int) -> Double { meanOrder[k < place ? k : k + 1] }
    func ordered(_ k: Int) -> Double {
      let others = meanOrder.count - 1
      let lower = k > 0 ? other(k - 1) : -.infinity
      return max(lower, k < others ? min(new, other(k)) : new)
    }
    let middle = meanOrder.count / 2
    return meanOrder.count % 2 == 1
      ? ordered(middle) : (ordered(middle - 1) + ordered(middle)) / 2
  }

  private func interquartileMean(without score: Double) -> Double {
    let place = sorted.firstPlace(of: score)
    let count = sorted.count - 1
    let cut = count / 4
    func runningSum(_ k: Int) -> Double {
      k <= place ? running[k] : running[k + 1] - (score - centre)
    }
    return centre + (runningSum(count - cut) - runningSum(cut)) / Double(count - 2 * cut)
  }
}

extension [Double] {
  /// The first place of `number` in sorted numbers that hold it.
  fileprivate func firstPlace(of number: Double) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
