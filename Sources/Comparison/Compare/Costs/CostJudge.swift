import Experiment
import Foundation
import Statistics

/// Judges the costs of the models of a comparison, a family of tests of its own.
struct CostJudge {
  let sides: Sides
  /// The relative change of a cost that is called equivalent; nil when costs are only shown.
  let margin: Double?
  let correction: Correction

  /// One row for each cost of each model on each task that both sides have, in the order of `drafts`.
  func rows(for drafts: [RowDraft]) -> [CostRow] {
    let found = drafts.filter(\.isShared).reduce(into: [CostDraft]()) { found, draft in
      let pair = Pair(draft)
      guard !found.contains(where: { $0.pair == pair }) else { return }
      found += CostKind.allCases.compactMap { costDraft(of: pair, kind: $0) }
    }
    let moderated = CostKind.allCases.flatMap { kind in
      let own = found.filter { $0.kind == kind }
      return zip(own, ModeratedChange.moderated(own.map(\.change)))
    }
    let byDraft = Dictionary(
      moderated.map { (Key($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    let changes = found.map { byDraft[Key($0)] }
    let corrected = Judge.corrected(
      zip(found, changes).map { $0.reason == nil ? $1?.pValue : nil }, by: correction)
    return found.indices.compactMap { index in
      changes[index].map {
        row(found[index], $0, pValue: corrected[index], tests: corrected.count { $0 != nil })
      }
    }
  }

  private struct Pair: Hashable {
    let suite: String
    let task: String
    let model: String
    let baselineModel: String

    init(_ draft: RowDraft) {
      suite = draft.question.suite.id
      task = draft.question.task
      model = draft.model
      baselineModel = draft.baselineModel
    }
  }

  private struct Key: Hashable {
    let pair: Pair
    let kind: CostKind

    init(_ draft: CostDraft) {
      pair = draft.pair
      kind = draft.kind
    }
  }

  private struct CostDraft {
    let pair: Pair
    let kind: CostKind
    let change: SeedChange
    /// Why it is not judged.
    let reason: String?
  }

  /// Seeds are not paired: a time has no share in the randomness of its seed.
  private func costDraft(of pair: Pair, kind: CostKind) -> CostDraft? {
    let ours = cells(sides.ours, pair, model: pair.model)
    let theirs = cells(sides.theirs, pair, model: pair.baselineModel)
    let (here, there) = (ours.map(kind.value), theirs.map(kind.value))
    let (mine, their) = (here.compactMap { $0 }, there.compactMap { $0 })
    guard !mine.isEmpty, !their.isEmpty, mine.count == ours.count, their.count == theirs.count
    else { return nil }
    let reason =
      margin == nil
      ? "costs are shown, not judged"
      : CostSetting(
        ours: ours, ourRuns: sides.ourRuns, theirs: theirs, theirRuns: sides.theirRuns
      ).reason(against: kind)
    return CostDraft(
      pair: pair, kind: kind, change: SeedChange(scale: .ratio, unpaired: mine, their),
      reason: reason)
  }

  private func cells(_ table: CellIndex, _ pair: Pair, model: String) -> [CellResult] {
    table.seeds(suite: pair.suite, task: pair.task, model: model).compactMap {
      table.cell(suite: pair.suite, task: pair.task, model: model, seed: $0)
    }
  }

  private func row(
    _ draft: CostDraft, _ moderated: ModeratedChange, pValue: Double?, tests: Int
  ) -> CostRow {
    let judgement = Judgement(
      moderated, margin: margin ?? 0, direction: .lower, pValue: pValue,
      correction: correction, tests: tests)
    let (ours, theirs) = (
      Interval.mean(of: draft.change.ours), Interval.mean(of: draft.change.theirs)
    )
    let reason = draft.reason ?? smallness(judgement, draft.kind, ours, theirs)
    return CostRow(
      suite: draft.pair.suite, task: draft.pair.task, model: draft.pair.model,
      baselineModel: draft.pair.baselineModel, cost: draft.kind.rawValue, unit: draft.kind.unit,
      ours: ours, theirs: theirs, ratio: moderated.shown, pValue: pValue,
      verdict: reason == nil ? judgement.verdict : nil,
      sentence: reason.map { "not judged: \($0)." }
        ?? judgement.sentence(moreSeeds: judgement.moreSeeds()))
  }

  /// Why a change that is beyond the margin is too small to be told from chance all the same.
  private func smallness(
    _ judgement: Judgement, _ kind: CostKind, _ ours: Interval?, _ theirs: Interval?
  ) -> String? {
    guard [.worse, .better].contains(judgement.verdict), let ours, let theirs,
      abs(ours.estimate - theirs.estimate) < kind.leastChange
    else { return nil }
    let least = String(format: "%.0f %@", kind.leastChange, kind.unit)
    return "the change is below \(least), as much as the program's own file makes"
  }
}
