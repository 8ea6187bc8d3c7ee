import Canvas
import Comparison
import Experiment

/// The first section: who wins on each task, by how much and how sure, in sentences made from the
/// numbers; and what is missing.
struct SummaryWriting {
  let input: ReportInput
  let names: NameBook

  func section() -> Section {
    var blocks: [Block] = []
    for section in input.standings.sections {
      if input.standings.sections.count > 1 {
        blocks.append(.heading("\(section.suite.title), \(section.profile.rawValue) profile"))
      }
      blocks.append(.paragraph(overall(section)))
      blocks.append(.list(told(section).map { sentence($0, section) }))
    }
    if input.standings.sections.isEmpty {
      blocks.append(.paragraph(["There are no standings: no cell has been measured."]))
    }
    if !input.frame.cells.isEmpty { blocks.append(.paragraph(state())) }
    return Section(id: "summary", title: "Summary", blocks: blocks)
  }

  /// More sentences than this nobody reads.
  private static let mostSentences = 12

  /// What gets a sentence: every quantity, or the first one of each task where those are too many.
  private func told(_ section: Leaderboard.Section) -> [TaskSummary] {
    section.summaries.count <= Self.mostSentences ? section.summaries : headlines(section)
  }

  /// The first quantity of each task.
  private func headlines(_ section: Leaderboard.Section) -> [TaskSummary] {
    var seen: Set<String> = []
    return section.summaries.filter { seen.insert($0.task).inserted }
  }

  private func overall(_ section: Leaderboard.Section) -> [TextSpan] {
    let label = section.profile == .quick ? "In this quick check, " : ""
    guard let first = section.meanRanks.first else { return [TextSpan("No model has a rank.")] }
    let tied = section.meanRanks.filter { $0.meanRank == first.meanRank }
    let winners = tied.map { names.model($0.model, in: section.suite.id) }
    let verb = winners.count == 1 ? "has" : "share"
    var spans = [
      TextSpan(label), TextSpan(listed(winners), .strong),
      TextSpan(
        " \(verb) the best mean rank, \(NumberText.plain(first.meanRank)) over "
          + "\(counted(section.summaries.count, "quantity", "quantities")) on "
          + "\(counted(headlines(section).count, "task", "tasks"))"),
    ]
    if let next = section.meanRanks.dropFirst(tied.count).first {
      spans.append(
        TextSpan(
          ", before \(names.model(next.model, in: section.suite.id)) with "
            + "\(NumberText.plain(next.meanRank))"))
    }
    let incomplete = section.meanRanks.filter { $0.missing > 0 }.map {
      "\(names.model($0.model, in: section.suite.id)) lacks \($0.missing)"
    }
    let gap = incomplete.isEmpty ? "" : " Some ranks rest on fewer values: \(listed(incomplete))."
    return spans + [TextSpan("." + gap)]
  }

  private func sentence(_ summary: TaskSummary, _ section: Leaderboard.Section) -> [TextSpan] {
    let suite = section.suite.id
    let place = Place.task(summary.task, suite, section.profile)
    let opening = [
      TextSpan(names.task(summary.task, in: suite), .plain, target: .place(place)),
      TextSpan(" (\(names.quantity(summary.quantity, in: suite))): "),
    ]
    let ranked = summary.standings.filter { $0.interval != nil }
    guard let best = ranked.first, let interval = best.interval else {
      return opening + ["no model has a value."]
    }
    let numbers = NumberColumn([interval.estimate])
    let value = "\(numbers.text(interval.estimate)) \(numbers.text(interval))"
    let name = TextSpan(names.model(best.model, in: suite), .strong)
    return opening + [name, TextSpan(" is best at \(value)")]
      + certainty(ranked, best: interval, suite: suite)
  }

  /// By how much and how sure.
  private func certainty(
    _ ranked: [Standing], best: Interval, suite: String
  ) -> [TextSpan] {
    let ties = ranked.dropFirst().filter(\.isIndistinguishableFromBest)
      .map { names.model($0.model, in: suite) }
    guard ranked.count > 1, let next = ranked[1].interval else {
      return [TextSpan("; it is the only model with a value.")]
    }
    let seeds = counted(best.count, "seed", "seeds")
    if !ties.isEmpty {
      return [TextSpan(", but \(seeds) cannot tell it from \(listed(ties)).")]
    }
    let apart =
      best.upper < next.lower || next.upper < best.lower
      ? "the 95\u{A0}% intervals do not overlap" : "the 95\u{A0}% intervals overlap"
    let name = names.model(ranked[1].model, in: suite)
    return [TextSpan("; the next, \(name), \(distance(best, next)), and \(apart) (\(seeds)).")]
  }

  private func distance(_ best: Interval, _ next: Interval) -> String {
    let difference = next.estimate - best.estimate
    guard best.estimate > 0, next.estimate > 0 else {
      return "is \(NumberText.short(abs(difference))) away"
    }
    let ratio = next.estimate / best.estimate
    guard (0.8...1.25).contains(ratio) else {
      return "is \(NumberText.short(ratio, digits: 2)) times as large"
    }
    let percent = NumberText.short(abs(difference) / best.estimate * 100, digits: 2)
    return "is \(percent) % \(difference > 0 ? "larger" : "smaller")"
  }

  private func state() -> [TextSpan] {
    let cells = input.frame.cells
    let done = cells.filter { $0.state == .done }.count
    let parts = CellState.allCases.filter { $0 != .done }.compactMap { state -> String? in
      let count = cells.filter { $0.state == state }.count
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    let values = cells.filter { $0.state == .done }.flatMap(\.evaluation.measurements)
    let missing = values.filter { $0.value.number == nil }.count
    return [
      TextSpan("\(counted(cells.count, "cell", "cells"))", .strong),
      TextSpan(": \(([("\(done) done")] + parts).joined(separator: ", ")). "),
      TextSpan(
        missing == 0
          ? "No value is missing from the cells that are done."
          : "\(counted(missing, "value is", "values are")) missing from cells that are done."),
      TextSpan(" Reasons are under "), TextSpan("failures", target: .place("failures")), ".",
    ]
  }
}
