import Experiment

/// A row before its verdict, which needs the p-values of all rows.
struct RowDraft {
  /// What the data allow to be said.
  enum Finding {
    /// Values on both sides at common seeds.
    case paired(PairedChange, seeds: [Int])
    /// No value on one side or both, and why.
    case missing(String)
    /// Values on both sides that must not or cannot be paired, and why.
    case unpaired(String)
  }

  let question: Question
  let model: String
  let baselineModel: String
  let ours: Interval?
  let theirs: Interval?
  /// Whether both sides ran the task with the row's models.
  let isShared: Bool
  let finding: Finding

  var pValue: Double? {
    if case .paired(let change, _) = finding { change.pValue } else { nil }
  }
}
