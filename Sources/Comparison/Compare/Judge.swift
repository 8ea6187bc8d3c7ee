import Statistics

/// Gives each draft its verdict; p-values are corrected over all of them by Holm's method.
struct Judge {
  /// The level of every test and the complement of every interval's.
  static let level = 0.05

  private let margin: Double
  private let drafts: [RowDraft]
  private let corrected: [Double?]

  init(margin: Double, drafts: [RowDraft]) {
    self.margin = margin
    self.drafts = drafts
    var adjusted = Correction.holm.adjusted(drafts.compactMap(\.pValue)).makeIterator()
    corrected = drafts.map { $0.pValue == nil ? nil : adjusted.next() }
  }

  var rows: [ComparisonRow] { zip(drafts, corrected).map(row) }

  private func row(_ draft: RowDraft, pValue: Double?) -> ComparisonRow {
    var row = ComparisonRow(
      suite: draft.question.suite.id, task: draft.question.task, model: draft.model,
      baselineModel: draft.baselineModel, quantity: draft.question.quantity, ours: draft.ours,
      theirs: draft.theirs, ratio: nil, pValue: pValue, verdict: .undecided, sentence: "")
    switch draft.finding {
    case .missing(let reason):
      row.verdict = .missing
      row.sentence = "\(reason)."
    case .unpaired(let reason):
      row.sentence = "\(reason)."
    case .paired(let change, let seeds):
      let judgement = judgement(of: change, draft: draft, pValue: pValue)
      row.verdict = judgement.verdict
      row.sentence = judgement.sentence
      row.ratio = change.scale == .ratio ? change.shown : nil
      row.evidence = PairedEvidence(
        seeds: seeds, scale: change.scale,
        difference: change.scale == .difference ? change.shown : nil,
        moreSeeds: judgement.moreSeeds)
    }
    return row
  }

  private func judgement(of change: PairedChange, draft: RowDraft, pValue: Double?) -> Judgement {
    Judgement(
      change: change, edge: change.edge(margin: margin), margin: margin,
      direction: draft.question.definition.direction, pValue: pValue,
      tests: drafts.count { $0.pValue != nil })
  }
}
