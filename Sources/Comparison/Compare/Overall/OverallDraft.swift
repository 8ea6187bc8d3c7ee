import Experiment
import Foundation
import Statistics

/// A model over all tasks before its verdict.
struct OverallDraft {
  /// One task: the change of the geometric mean of its quantities, oriented so that larger is worse.
  struct Part {
    let task: String
    let change: SeedChange
  }

  let suite: String
  let model: String
  /// Empty when it is another one on each task.
  let baselineModel: String
  let parts: [Part]
  /// Rows that could not enter.
  let leftOut: Int

  /// The change of the geometric mean over all tasks, run by run; nil for a single task, and when the
  /// tasks were not run with the same number of seeds.
  var acrossTasks: SeedChange? {
    guard parts.count > 1, let first = parts.first?.change,
      parts.allSatisfy({ part in
        part.change.pairing == first.pairing && part.change.ours.count == first.ours.count
          && part.change.theirs.count == first.theirs.count
      })
    else { return nil }
    func means(_ side: (SeedChange) -> [Double]) -> [Double] {
      let columns = parts.map { side($0.change) }
      return columns[0].indices.map { run in
        exp(Observations(columns.map { log($0[run]) }).mean)
      }
    }
    let (ours, theirs) = (means(\.ours), means(\.theirs))
    return first.pairing == .paired
      ? SeedChange(scale: .ratio, paired: ours, theirs)
      : SeedChange(scale: .ratio, unpaired: ours, theirs)
  }

  /// One draft for each suite, model and model of the baseline, in the order of `drafts`.
  static func make(of drafts: [RowDraft], rivalsDiffer: Bool) -> [OverallDraft] {
    var order: [[String]] = []
    var groups: [[String]: [RowDraft]] = [:]
    for draft in drafts {
      let key = [
        draft.question.suite.id, draft.model, rivalsDiffer ? "" : draft.baselineModel,
      ]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(draft)
    }
    return order.compactMap { key in
      groups[key].map { make(key: key, of: $0) }
    }
  }

  private static func make(key: [String], of drafts: [RowDraft]) -> OverallDraft {
    var tasks: [String] = []
    for draft in drafts where !tasks.contains(draft.question.task) {
      tasks.append(draft.question.task)
    }
    var entered = 0
    let parts = tasks.compactMap { task -> Part? in
      let usable = drafts.filter { $0.question.task == task }.compactMap(Usable.init)
      // Quantities of one task are compared over the same runs, or the first of them alone.
      let alike = usable.filter { $0.isLike(usable[0]) }
      guard let first = alike.first else { return nil }
      entered += alike.count
      return Part(task: task, change: first.combined(with: alike))
    }
    return OverallDraft(
      suite: key[0], model: key[1], baselineModel: key[2], parts: parts,
      leftOut: drafts.count - entered)
  }

  /// A row that has a ratio.
  private struct Usable {
    let change: SeedChange
    let direction: Direction

    init?(_ draft: RowDraft) {
      guard let change = draft.change, change.scale == .ratio else { return nil }
      self.change = change
      direction = draft.question.definition.direction
    }

    func isLike(_ other: Usable) -> Bool {
      change.pairing == other.change.pairing && change.ours.count == other.change.ours.count
        && change.theirs.count == other.change.theirs.count
    }

    /// The change of the geometric mean over quantities, run by run.
    func combined(with rows: [Usable]) -> SeedChange {
      if rows.count == 1, direction == .lower { return change }
      let ours = means(rows.map { ($0.change.ours, $0.direction) })
      let theirs = means(rows.map { ($0.change.theirs, $0.direction) })
      switch change.pairing {
      case .paired: return SeedChange(scale: .ratio, paired: ours, theirs)
      case .unpaired: return SeedChange(scale: .ratio, unpaired: ours, theirs)
      }
    }

    private func means(_ columns: [(values: [Double], direction: Direction)]) -> [Double] {
      columns[0].values.indices.map { run in
        let logarithms = columns.map { column in
          column.direction == .lower ? log(column.values[run]) : -log(column.values[run])
        }
        return exp(Observations(logarithms).mean)
      }
    }
  }
}
