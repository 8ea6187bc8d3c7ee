import Canvas
import Comparison
import Experiment
import Foundation

/// What one suite's standings say, by the five questions of a reader: who wins, by how much, how sure
/// that is, on what data, and under which budget.
struct FindingWriting {
  let section: Leaderboard.Section
  let names: NameBook
  let book: CellBook
  let input: ReportInput

  private var suite: String { section.suite.id }
  private var first: Leaderboard.ModelRank? { section.meanRanks.first }

  private var winners: [Leaderboard.ModelRank] {
    section.meanRanks.filter { ($0.meanRank, $0.missing) == (first?.meanRank, first?.missing) }
  }

  private var next: Leaderboard.ModelRank? {
    section.meanRanks.dropFirst(winners.count).first
  }

  private func name(_ model: String) -> String { names.model(model, in: suite) }

  /// The sentence that opens the report.
  func lead() -> [TextSpan] {
    guard let first else { return [TextSpan("No model has a rank.")] }
    let label = section.profile == .quick ? "In this quick check, " : ""
    var spans = [
      TextSpan(label), TextSpan(listed(winners.map { name($0.model) }), .strong),
      TextSpan(
        " \(winners.count == 1 ? "has" : "share") the best mean rank, "
          + "\(NumberText.plain(first.meanRank)) over "
          + "\(counted(section.summaries.count, "quantity", "quantities")) on "
          + "\(counted(tasks.count, "task", "tasks"))"),
    ]
    if let next {
      spans.append(
        TextSpan(
          ", before \(name(next.model)) with \(NumberText.plain(next.meanRank))\(closeness(to: next))"
        ))
    }
    let incomplete = section.meanRanks.filter { $0.missing > 0 }.map {
      "\(name($0.model)) lacks \($0.missing)"
    }
    let gap =
      incomplete.isEmpty ? "" : " Some ranks rest on fewer values: \(shortened(incomplete))."
    return spans + [TextSpan("." + gap)]
  }

  /// Whether the seeds leave the first two places open.
  private func closeness(to next: Leaderboard.ModelRank) -> String {
    guard let mine = first?.rankInterval, let other = next.rankInterval, other.lower <= mine.upper
    else { return "" }
    return ", too close to call"
  }

  /// The answers, each short.
  func facts() -> [Fact] {
    var facts = [Fact(name: "Who wins", value: winner())]
    if let margin = margin() { facts.append(Fact(name: "By how much", value: [TextSpan(margin)])) }
    facts.append(Fact(name: "How sure", value: [TextSpan(certainty())]))
    facts.append(Fact(name: "On what data", value: data()))
    facts.append(Fact(name: "Under which budget", value: budget()))
    return facts
  }

  private var tasks: [String] {
    section.summaries.map(\.task).reduce(into: []) { tasks, task in
      if tasks.last != task { tasks.append(task) }
    }
  }

  private func winner() -> [TextSpan] {
    guard let first else { return ["nobody: no model has a rank."] }
    let wins = first.wins > 0 ? first.wins : best(first.model)
    let others = section.meanRanks.count - 1
    return [
      TextSpan(listed(winners.map { name($0.model) }), .strong),
      TextSpan(
        " of \(counted(others + 1, "model", "models")); best on \(wins) of "
          + "\(counted(section.summaries.count, "quantity", "quantities"))"
          + (first.winRate.map {
            ", beats the others in \(NumberText.plain($0 * 100, digits: 2)) % of pairings"
          } ?? "") + "."),
    ]
  }

  private func best(_ model: String) -> Int {
    section.summaries.count { $0.standings.first { $0.model == model }?.rank == 1 }
  }

  /// The distance in ranks, and how far the values themselves are apart.
  private func margin() -> String? {
    guard let first, let next else { return nil }
    var words =
      "\(NumberText.plain(next.meanRank - first.meanRank, digits: 2)) in mean rank ahead of "
      + "\(name(next.model))"
    if let ratio = ratio(first.model, to: next.model) {
      let size = NumberText.plain(ratio, digits: 2)
      words +=
        ratio > 0.995 && ratio < 1.005
        ? "; their values are alike in the geometric mean"
        : "; its values are \(size) times those of \(name(next.model)) in the geometric mean "
          + "over quantities (smaller is better)"
    }
    return words + "."
  }

  /// The geometric mean over the quantities that both have, larger ones turned round; nil when one
  /// is not positive.
  private func ratio(_ model: String, to other: String) -> Double? {
    var logs: [Double] = []
    for summary in section.summaries {
      let found = [model, other].map { id in
        summary.standings.first { $0.model == id }?.interval?.estimate
      }
      guard let mine = found[0], let theirs = found[1] else { continue }
      guard mine > 0, theirs > 0 else { return nil }
      logs.append((summary.direction == .lower ? 1 : -1) * log(mine / theirs))
    }
    return logs.isEmpty ? nil : exp(logs.reduce(0, +) / Double(logs.count))
  }

  private func certainty() -> String {
    guard let first else { return "nothing can be said." }
    let seeds = section.summaries.flatMap { $0.standings.map(\.seeds.count) }.max() ?? 0
    guard seeds > 1 else { return "one seed only, so that no interval can be had." }
    let known = section.summaries.count { summary in
      summary.standings.first { $0.model == first.model }?.isIndistinguishableFromBest == true
    }
    var words = [
      "Best or not to be told from the best on \(known) of "
        + "\(counted(section.summaries.count, "quantity", "quantities")), by "
        + "\(counted(seeds, "seed", "seeds"))"
    ]
    if let mine = first.rankInterval {
      let range = "[\(NumberText.plain(mine.lower)), \(NumberText.plain(mine.upper))]"
      words.append(
        "its mean rank lies in \(range) at 95\u{A0}%"
          + (overlap(mine).map { ", which \($0)" } ?? ""))
    }
    if let sentence = stability() { words.append(sentence) }
    return words.joined(separator: "; ") + "."
  }

  private func overlap(_ mine: Interval) -> String? {
    guard let next, let theirs = next.rankInterval else { return nil }
    return mine.upper < theirs.lower
      ? "ends before that of \(name(next.model)) begins" : "overlaps with \(name(next.model))"
  }

  /// Whether a single task decides.
  private func stability() -> String? {
    guard !section.stability.omissions.isEmpty else { return nil }
    let changes = section.stability.changes.map { change in
      "without \(names.task(change.task, in: suite)), "
        + "\(listed(change.winners.map(name))) would be first"
    }
    return changes.isEmpty
      ? "leaving out any one task does not change the winner" : listed(changes)
  }

  private func data() -> [TextSpan] {
    let cells = book.cells.filter {
      $0.identity.suite == suite && $0.identity.profile == section.profile
    }
    let titles = tasks.map { names.task($0, in: suite) }
    var words = "\(section.suite.title): \(shortened(titles))"
    if input.frame.cells.isEmpty {
      words += "; from the baseline \(section.baseline)"
    } else {
      words += Self.origins(of: cells.map(\.dataOrigin))
    }
    let reference =
      section.suite.reference.isEmpty ? [] : [" "] + Reference.spans(section.suite.reference)
    return [TextSpan(words + ".")] + reference
  }

  /// Where the data of cells came from, as the end of a sentence.
  private static func origins(of cells: [DataLocation.Origin]) -> String {
    let real = cells.count { $0 == .shipped || $0 == .installed }
    let imported = cells.count { $0 == .imported }
    let made = cells.count - imported - real
    guard real > 0 else {
      switch imported {
      case 0: return "; made by this program's own simulators, not the official files"
      case cells.count: return "; read from the official files"
      default: return "; \(imported) of \(cells.count) cells read the official files"
      }
    }
    let parts = [
      (real, "real data that the suite ships or the system installed"),
      (imported, "the official files"), (made, "data made by this program's own simulators"),
    ]
    return "; of \(cells.count) cells "
      + parts.filter { $0.0 > 0 }.map { "\($0) read \($1)" }.joined(separator: ", ")
  }

  private func budget() -> [TextSpan] {
    let cells = book.cells.filter {
      $0.identity.suite == suite && $0.identity.profile == section.profile
    }
    let models = Set(cells.map(\.identity.model)).count
    let seeds = Set(cells.map(\.identity.seed)).count
    let time = cells.map(\.resources.wallSeconds).reduce(0, +)
    guard !cells.isEmpty else { return [TextSpan(section.profile.meaning + ".", .strong)] }
    var words =
      "; \(counted(cells.count, "cell", "cells")) of \(counted(models, "model", "models")) on "
      + "\(counted(tasks.count, "task", "tasks")) with \(counted(seeds, "seed", "seeds"))"
    if time > 0 { words += ", \(lasting(time)) in all" }
    let facts =
      input.frame.runs.max { $0.started < $1.started }?.environment.facts
      ?? section.provenance.environment
    if let machine = facts["cpu"] {
      words += " on \(machine)" + (facts["cores"].map { " with \($0) cores" } ?? "")
    }
    return [TextSpan(section.profile.meaning, .strong), TextSpan(words + ".")]
  }
}
