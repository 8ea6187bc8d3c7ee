import Experiment
import Store

/// The order in which cells tell most about which model is better, for a run that may not come to all of them.
///
/// Comparisons are paired: a seed counts for the models of a task that have it. The cells of one task and seed
/// are a block, therefore. The task of which the fewest seeds are complete comes first, and of several the one
/// whose block takes least: all tasks come to one more seed before any comes to two.
package struct BlockOrder {
  private struct Key: Hashable {
    let task: String
    let seed: Int

    init(_ cell: CellIdentity) {
      task = cell.task
      seed = cell.seed
    }
  }

  private struct Block {
    let key: Key
    let places: [Int]
    let seconds: Double
    /// Complete seeds of the task before this one.
    var round = 0
  }

  private let cells: [CellIdentity]
  private let seconds: [Double]
  private let present: [CellIdentity]

  /// The order of `cells`, of which each is expected to take its `seconds`; the cells that are `present` are
  /// not run and count as replicates.
  package init(_ cells: [CellIdentity], seconds: [Double], present: [CellIdentity]) {
    self.cells = cells
    self.seconds = seconds
    self.present = present
  }

  /// Places in `cells`, the first to run first; within a block the longest, and equal ones by identity.
  package func places() -> [Int] {
    let missing = Dictionary(grouping: cells.indices) { Key(cells[$0]) }
    let complete = Dictionary(
      grouping: Set(present.map(Key.init)).subtracting(missing.keys), by: \.task)
    let tasks = Dictionary(grouping: missing.map { block($0, $1) }, by: \.key.task)
    let blocks = tasks.flatMap { task, blocks in
      let first = complete[task]?.count ?? 0
      return blocks.sorted { ($0.seconds, $0.key.seed) < ($1.seconds, $1.key.seed) }
        .enumerated().map { place, block in
          var block = block
          block.round = first + place
          return block
        }
    }
    return blocks.sorted { left, right in
      if left.round != right.round { return left.round < right.round }
      if left.seconds != right.seconds { return left.seconds < right.seconds }
      return (left.key.task, left.key.seed) < (right.key.task, right.key.seed)
    }.flatMap(\.places)
  }

  private func block(_ key: Key, _ places: [Int]) -> Block {
    let ordered = places.sorted { left, right in
      if seconds[left] != seconds[right] { return seconds[left] > seconds[right] }
      return cells[left] < cells[right]
    }
    return Block(key: key, places: ordered, seconds: ordered.reduce(0) { $0 + seconds[$1] })
  }
}
