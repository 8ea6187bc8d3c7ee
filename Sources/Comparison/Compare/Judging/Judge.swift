import Statistics

/// Gives each draft its verdict. Spreads are moderated over all rows; p-values are corrected over all
/// rows whose numbers changed together with the overall rows.
struct Judge {
  /// The level of every test and the complement of every interval's.
  static let level = 0.05

  private let margin: Double
  private let correction: Correction
  private let drafts: [RowDraft]
  private let overallDrafts: [OverallDraft]
  /// In the order of `drafts`; nil for one without a change.
  private let moderated: [ModeratedChange?]
  private let overallChanges: [OverallChange?]
  /// Of the drafts, then of the overall drafts.
  private let corrected: [Double?]

  init(margin: Double, correction: Correction, drafts: [RowDraft], overall: [OverallDraft]) {
    self.margin = margin
    self.correction = correction
    self.drafts = drafts
    overallDrafts = overall
    moderated = Judge.moderated(drafts)
    overallChanges = OverallChange.moderated(overall)
    let raw = moderated.map { $0?.pValue } + overallChanges.map { $0?.pValue }
    corrected = Judge.corrected(raw, by: correction)
  }

  var rows: [ComparisonRow] { drafts.indices.map(row) }

  var overall: [OverallRow] { overallDrafts.indices.map { overallJudgement($0).row } }

  /// Whether any row, or the whole, says that `model` is worse; of any model when nil. The same verdicts
  /// as in `rows` and `overall`, without their sentences.
  func isWorse(model: String?) -> Bool {
    drafts.indices.contains { index in
      guard model == nil || drafts[index].model == model, let change = moderated[index] else {
        return false
      }
      return judgement(index, change).verdict == .worse
    }
      || overallDrafts.indices.contains { index in
        (model == nil || overallDrafts[index].model == model)
          && overallJudgement(index).verdict == .worse
      }
  }

  private func overallJudgement(_ index: Int) -> OverallJudgement {
    OverallJudgement(
      draft: overallDrafts[index], change: overallChanges[index], margin: margin,
      pValue: corrected[drafts.count + index], correction: correction, tests: tests)
  }

  /// The p-values after correction over those that are there.
  static func corrected(_ raw: [Double?], by correction: Correction) -> [Double?] {
    var adjusted = correction.adjusted(raw.compactMap { $0 }).makeIterator()
    return raw.map { $0 == nil ? nil : adjusted.next() }
  }

  private var tests: Int { corrected.count { $0 != nil } }

  private static func moderated(_ drafts: [RowDraft]) -> [ModeratedChange?] {
    var found = ModeratedChange.moderated(drafts.compactMap(\.change)).makeIterator()
    return drafts.map { $0.change == nil ? nil : found.next() }
  }

  /// How the verdicts were reached, in sentences.
  var methods: [String] {
    var sentences = [
      "Values are means over seeds with Student t 95 % intervals; a change is the geometric mean of "
        + "the ratios (x) or the mean difference (+ or -) with its 95 % interval.",
      "The spread of a row is moderated by the spreads of all rows (Smyth 2004).",
      "p-values are corrected after \(correction.title) over the \(tests) rows and models whose "
        + "numbers changed.",
    ]
    if drafts.contains(where: { $0.change?.pairing == .unpaired }) {
      sentences.append(
        "Rows marked unpaired have fewer than two seeds in common: the runs of both sides are set "
          + "against each other with the spread over seeds that both showed.")
    }
    if drafts.contains(where: { $0.hierarchical != nil }) {
      sentences.append(
        "The interval of a change is about other seeds on the same test cases; the interval over "
          + "cases, where it is given, is about other seeds and other cases of the same kind.")
    }
    return sentences
  }

  private func row(_ index: Int) -> ComparisonRow {
    let draft = drafts[index]
    var row = ComparisonRow(
      suite: draft.question.suite.id, task: draft.question.task, model: draft.model,
      baselineModel: draft.baselineModel, quantity: draft.question.quantity, ours: draft.ours,
      theirs: draft.theirs, ratio: nil, pValue: corrected[index], verdict: .undecided, sentence: "")
    switch draft.finding {
    case .missing(let reason), .incomparable(let reason):
      row.verdict = .missing
      row.sentence = "\(reason)."
    case .change(let change, let seeds):
      guard let moderated = moderated[index] else { return row }
      let judgement = judgement(index, moderated)
      let moreSeeds = judgement.moreSeeds()
      row.verdict = judgement.verdict
      row.sentence = judgement.sentence(moreSeeds: moreSeeds)
      row.ratio = change.scale == .ratio ? moderated.shown : nil
      row.evidence = evidence(
        of: moderated, seeds: seeds, moreSeeds: moreSeeds, draft: draft)
    }
    return row
  }

  private func judgement(_ index: Int, _ moderated: ModeratedChange) -> Judgement {
    Judgement(
      moderated, margin: margin, direction: drafts[index].question.definition.direction,
      pValue: corrected[index], correction: correction, tests: tests)
  }

  private func evidence(
    of moderated: ModeratedChange, seeds: [Int], moreSeeds: Int?, draft: RowDraft
  )
    -> PairedEvidence
  {
    let change = moderated.change
    let isKnown = moderated.degreesOfFreedom > 0
    return PairedEvidence(
      seeds: seeds, scale: change.scale,
      difference: change.scale == .difference ? moderated.shown : nil, moreSeeds: moreSeeds,
      pairing: change.pairing, spread: isKnown ? moderated.variance.squareRoot() : nil,
      degreesOfFreedom: isKnown && moderated.degreesOfFreedom.isFinite
        ? moderated.degreesOfFreedom : nil, hierarchical: draft.hierarchical,
      direction: draft.question.definition.direction)
  }
}
