import Randomness

/// The working memory of a stratified bootstrap over the scores of one method.
///
/// The scores are ranked once; a resample is then a count for each rank, so that the trimmed mean
/// is a walk over the counts and nothing is sorted again. Sums are of differences from a score of
/// the same kind, so that equal scores give exactly that score.
final class ScoreTable {
  /// A task, whose scores begin at `start`.
  private struct Stratum {
    let start: Int
    let draws: StratumDraws
    /// The first score, from which the others are taken.
    let first: Double
    /// min(first, γ) − γ.
    let cappedFirst: Double
  }

  private let strata: [Stratum]
  private let count: Int
  /// For each score, task by task: less its task's first, min(score, γ) less that of its task's
  /// first, and its rank.
  private let differences: UnsafeMutablePointer<Double>
  private let cappedDifferences: UnsafeMutablePointer<Double>
  private let ranks: UnsafeMutablePointer<Int32>
  /// The scores in order, and how often each was taken.
  let sorted: [Double]
  let counts: UnsafeMutablePointer<Int32>
  /// The means of the tasks, and the sum over tasks of the means of their capped scores less γ.
  private let taskMeans: UnsafeMutablePointer<Double>
  private let cappedTotal: UnsafeMutablePointer<Double>
  private let sorter: SmallSorter

  init(_ scores: TaskScores, target: Double) {
    let flat = scores.tasks.flatMap { $0 }
    let order = flat.indices.sorted { (flat[$0], $0) < (flat[$1], $1) }
    var start = 0
    strata = scores.tasks.map { runs in
      defer { start += runs.count }
      return Stratum(
        start: start, draws: StratumDraws(count: runs.count), first: runs[0],
        cappedFirst: min(runs[0], target) - target)
    }
    count = flat.count
    sorted = order.map { flat[$0] }
    differences = .allocate(capacity: count)
    cappedDifferences = .allocate(capacity: count)
    ranks = .allocate(capacity: count)
    counts = .allocate(capacity: count)
    taskMeans = .allocate(capacity: strata.count)
    cappedTotal = .allocate(capacity: 1)
    sorter = SmallSorter(count: strata.count)
    counts.initialize(repeating: 0, count: count)
    taskMeans.initialize(repeating: 0, count: strata.count)
    cappedTotal.initialize(to: 0)
    for (rank, index) in order.enumerated() { (ranks + index).initialize(to: Int32(rank)) }
    for stratum in strata {
      for index in stratum.start..<stratum.start + stratum.draws.count {
        let value = flat[index]
        (differences + index).initialize(to: value - stratum.first)
        (cappedDifferences + index).initialize(
          to: min(value, target) - min(stratum.first, target))
      }
    }
  }

  deinit {
    differences.deallocate()
    cappedDifferences.deallocate()
    ranks.deallocate()
    counts.deallocate()
    taskMeans.deallocate()
    cappedTotal.deallocate()
  }

  /// Takes each score once.
  func takeAll() {
    counts.update(repeating: 1, count: count)
    cappedTotal.pointee = 0
    for (task, stratum) in strata.enumerated() {
      var (sum, capped) = (0.0, 0.0)
      for index in stratum.start..<stratum.start + stratum.draws.count {
        sum += differences[index]
        capped += cappedDifferences[index]
      }
      finish(task, stratum, sum: sum, capped: capped)
    }
  }

  /// Draws each task's runs anew, with replacement.
  func resample(_ random: inout RandomStream) {
    counts.update(repeating: 0, count: count)
    cappedTotal.pointee = 0
    let counts = counts
    for (task, stratum) in strata.enumerated() {
      let (differences, capped) = (
        differences + stratum.start, cappedDifferences + stratum.start
      )
      let ranks = ranks + stratum.start
      var (sum, cappedSum) = (0.0, 0.0)
      stratum.draws.forEachIndex(&random) { run in
        sum += differences[run]
        cappedSum += capped[run]
        counts[Int(ranks[run])] &+= 1
      }
      finish(task, stratum, sum: sum, capped: cappedSum)
    }
  }

  @inline(__always)
  private func finish(_ task: Int, _ stratum: Stratum, sum: Double, capped: Double) {
    let count = Double(stratum.draws.count)
    taskMeans[task] = stratum.first + sum / count
    cappedTotal.pointee += stratum.cappedFirst + capped / count
  }

  /// The aggregates of what was taken last.
  var values: AggregateValues {
    let tasks = strata.count
    var sum = 0.0
    for task in 0..<tasks { sum += taskMeans[task] - taskMeans[0] }
    return AggregateValues(
      mean: taskMeans[0] + sum / Double(tasks), median: medianOfTaskMeans,
      interquartileMean: interquartileMean, optimalityGap: -cappedTotal.pointee / Double(tasks))
  }

  /// Leaves the means sorted.
  private var medianOfTaskMeans: Double {
    sorter.sort(taskMeans)
    let (means, middle) = (taskMeans, strata.count / 2)
    return strata.count % 2 == 1
      ? means[middle] : means[middle - 1] + (means[middle] - means[middle - 1]) / 2
  }

  private var interquartileMean: Double {
    let (low, high) = (count / 4, count - count / 4)
    return sorted.withUnsafeBufferPointer { sorted in
      let centre = sorted[sorted.count / 2]
      var (rank, below) = (0, Int(counts[0]))
      while below <= low {
        rank += 1
        below += Int(counts[rank])
      }
      var sum = Double(min(below, high) - low) * (sorted[rank] - centre)
      while below < high {
        rank += 1
        let here = Int(counts[rank])
        sum += Double(min(here, high - below)) * (sorted[rank] - centre)
        below += here
      }
      return centre + sum / Double(high - low)
    }
  }
}
