import Randomness

/// The working memory of a stratified bootstrap over the scores of one method.
///
/// The scores are ranked once; a resample is then a count for each rank, so that the trimmed mean
/// is a walk over the counts and nothing is sorted again. Sums are of differences from a score of
/// the same kind, so that equal scores give exactly that score.
final class ScoreTable {
  private let taskStarts: [Int]
  private let draws: [StratumDraws]
  private let target: Double
  private let count: Int
  /// For each score, task by task: less its task's first, min(score, target) less that of its
  /// task's first, and its rank.
  private let differences: UnsafeMutablePointer<Double>
  private let cappedDifferences: UnsafeMutablePointer<Double>
  private let ranks: UnsafeMutablePointer<Int32>
  private let firstOfTask: [Double]
  /// The scores in order, and how often each was drawn.
  let sorted: [Double]
  let counts: UnsafeMutablePointer<Int32>
  /// The means of the tasks, and the sum over tasks of the means of their capped scores less γ.
  private let taskMeans: UnsafeMutablePointer<Double>
  private let cappedTotal: UnsafeMutablePointer<Double>

  init(_ scores: TaskScores, target: Double) {
    let flat = scores.tasks.flatMap { $0 }
    count = flat.count
    self.target = target
    draws = scores.tasks.map { StratumDraws(count: $0.count) }
    taskStarts = scores.tasks.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    firstOfTask = scores.tasks.map { $0[0] }
    let order = flat.indices.sorted { (flat[$0], $0) < (flat[$1], $1) }
    sorted = order.map { flat[$0] }
    differences = .allocate(capacity: count)
    cappedDifferences = .allocate(capacity: count)
    ranks = .allocate(capacity: count)
    counts = .allocate(capacity: count)
    taskMeans = .allocate(capacity: scores.tasks.count)
    cappedTotal = .allocate(capacity: 1)
    cappedTotal.initialize(to: 0)
    counts.initialize(repeating: 0, count: count)
    taskMeans.initialize(repeating: 0, count: scores.tasks.count)
    for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
    for (task, values) in scores.tasks.enumerated() {
      for (run, value) in values.enumerated() {
        differences[taskStarts[task] + run] = value - values[0]
        cappedDifferences[taskStarts[task] + run] = min(value, target) - min(values[0], target)
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
    for task in draws.indices {
      var (sum, capped) = (0.0, 0.0)
      for index in taskStarts[task]..<taskStarts[task + 1] {
        sum += differences[index]
        capped += cappedDifferences[index]
      }
      finish(task: task, sum: sum, capped: capped)
    }
  }

  /// Draws each task's runs anew, with replacement.
  func resample(_ random: inout RandomStream) {
    counts.update(repeating: 0, count: count)
    cappedTotal.pointee = 0
    let (differences, cappedDifferences) = (self.differences, self.cappedDifferences)
    let (ranks, counts) = (self.ranks, self.counts)
    for task in draws.indices {
      let start = taskStarts[task]
      var (sum, capped) = (0.0, 0.0)
      draws[task].forEachIndex(&random) { run in
        sum += differences[start + run]
        capped += cappedDifferences[start + run]
        counts[Int(ranks[start + run])] &+= 1
      }
      finish(task: task, sum: sum, capped: capped)
    }
  }

  @inline(__always)
  private func finish(task: Int, sum: Double, capped: Double) {
    let count = draws[task].count
    let first = firstOfTask[task]
    taskMeans[task] = first + sum / Double(count)
    cappedTotal.pointee += min(first, target) - target + capped / Double(count)
  }

  /// The aggregates of what was taken last.
  var values: AggregateValues {
    let tasks = draws.count
    var sum = 0.0
    for task in 0..<tasks { sum += taskMeans[task] - taskMeans[0] }
    return AggregateValues(
      mean: taskMeans[0] + sum / Double(tasks),
      median: medianOfTaskMeans,
      interquartileMean: interquartileMean,
      optimalityGap: -cappedTotal.pointee / Double(tasks))
  }

  /// Leaves the means sorted; by insertion where there are few.
  private var medianOfTaskMeans: Double {
    let means = UnsafeMutableBufferPointer(start: taskMeans, count: draws.count)
    if means.count > Self.mostInsertions { means.sortInPlace() } else { means.insertionSort() }
    let middle = means.count / 2
    return means.count % 2 == 1
      ? means[middle] : means[middle - 1] + (means[middle] - means[middle - 1]) / 2
  }

  private static let mostInsertions = 40

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

extension UnsafeMutableBufferPointer<Double> {
  fileprivate func sortInPlace() {
    var buffer = self
    buffer.sort()
  }

  fileprivate func insertionSort() {
    for place in 1..<Swift.max(count, 1) {
      let number = self[place]
      var hole = place
      while hole > 0, self[hole - 1] > number {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = number
    }
  }
}
