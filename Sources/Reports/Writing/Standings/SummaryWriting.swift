import Canvas
import Comparison
import Experiment

/// The first section: the finding of each suite, who wins on each task in sentences made from the
/// numbers, and what is missing.
struct SummaryWriting {
  let input: ReportInput
  let names: NameBook
  let book: CellBook

  func section() -> Section {
    var blocks: [Block] = []
    for section in input.standings.sections {
      if input.standings.sections.count > 1 {
        blocks.append(.heading("\(section.suite.title), \(section.profile.rawValue) profile"))
      }
      let finding = FindingWriting(section: section, names: names, book: book, input: input)
      blocks.append(.lead(finding.lead()))
      blocks.append(.facts(finding.facts() + state(section)))
      let sentences = told(section).map { sentence($0, section) }
      blocks.append(.onScreen([.folded(title: "Task by task in words", [.list(sentences)])]))
      blocks.append(.onPaper([.list(sentences)]))
    }
    if input.standings.sections.isEmpty {
      blocks.append(.paragraph(["There are no standings: no cell has been measured."]))
    }
    return Section(id: "summary", title: "The finding", blocks: blocks)
  }

  /// The abstract of a paper: the finding of each suite in running text.
  func abstract() -> [[TextSpan]] {
    input.standings.sections.map { section in
      let finding = FindingWriting(section: section, names: names, book: book, input: input)
      let rest = finding.facts().dropFirst().flatMap { fact -> [TextSpan] in
        let end = fact.value.last?.text.hasSuffix(".") == false ? [TextSpan(".")] : []
        return [TextSpan(" \(fact.name): ", .strong)] + fact.value + end
      }
      return finding.lead() + rest
    }
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
      return [TextSpan(", but \(seeds) cannot tell it from \(shortened(ties)).")]
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

  /// How complete it is; nothing where no run stands behind the section.
  private func state(_ section: Leaderboard.Section) -> [Fact] {
    guard !input.frame.cells.isEmpty else { return [] }
    let cells = input.frame.cells.filter {
      $0.identity.suite == section.suite.id && $0.identity.profile == section.profile
    }
    let done = cells.count { $0.state == .done }
    let parts = CellState.allCases.filter { $0 != .done }.compactMap { state -> String? in
      let count = cells.count { $0.state == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    let missing = cells.reduce(0) { sum, cell in
      cell.state == .done
        ? sum + cell.evaluation.measurements.count { $0.value.number == nil } : sum
    }
    let spans = [
      TextSpan(
        "\(counted(cells.count, "cell", "cells")): "
          + "\(([("\(done) done")] + parts).joined(separator: ", ")). "
          + (missing == 0
            ? "No value is missing from the cells that are done."
            : "\(counted(missing, "value is", "values are")) missing from cells that are done.")),
      TextSpan(" Reasons are under "),
      TextSpan("failures", target: .place("failures")), ".",
    ]
    return [Fact(name: "What is missing", value: spans)]
  }
}
