import Experiment

/// A row before its verdict, which needs the p-values of all rows.
struct RowDraft {
  /// What the data allow to be said.
  enum Finding {
    /// Values on both sides, with our seeds behind them.
    case change(SeedChange, seeds: [Int])
    /// No value on one side or both, and why.
    case missing(String)
    /// Values that are no two measurements of one quantity, and why.
    case incomparable(String)
  }

  let question: Question
  let model: String
  let baselineModel: String
  let ours: Interval?
  let theirs: Interval?
  /// Whether both sides ran the task with the row's models.
  let isShared: Bool
  let finding: Finding
  /// The change over seeds and cases at once.
  var hierarchical: Interval?

  var change: SeedChange? {
    if case .change(let change, _) = finding { change } else { nil }
  }

  /// Why the row is left out; nil when it is not.
  var clash: String? {
    if case .incomparable(let reason) = finding { reason } else { nil }
  }
}
