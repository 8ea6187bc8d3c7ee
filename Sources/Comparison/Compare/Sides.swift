import Experiment

/// The two sides of a comparison at one profile.
struct Sides {
  let ours: CellIndex
  let theirs: CellIndex
  let ourRuns: [RunRecord]
  let theirRuns: [RunRecord]
  let suites: [SuiteDescription]
  let comparability: Comparability
  let name: String
  let profile: Profile

  init(_ frame: ResultFrame, _ baseline: ResultFrame, profile: Profile, name: String) {
    ours = CellIndex(frame, profile: profile)
    theirs = CellIndex(baseline, profile: profile)
    ourRuns = frame.runs
    theirRuns = baseline.runs
    suites =
      frame.suites.map { Sides.merged($0, baseline.suites) }
      + baseline.suites.filter { other in !frame.suites.contains { $0.id == other.id } }
    comparability = Comparability(
      ours: Comparability.Side(frame, table: ours),
      theirs: Comparability.Side(baseline, table: theirs))
    self.name = name
    self.profile = profile
  }

  /// Every primary quantity of every task that both sides understand alike, in the suites' order.
  func questions() -> [Question] {
    suites.flatMap { suite in
      suite.tasks.flatMap { task in
        task.primary.map { Question(suite: suite, task: task.id, quantity: $0) }
      }
    }.filter(comparability.allows)
  }

  func rivals(_ rivals: Rivals, of question: Question) -> [String] {
    let all = theirs.models(of: question.suite, task: question.task)
    guard rivals == .best, !all.isEmpty else { return all }
    let standings = Summaries.standings(
      of: all.map { theirSeries(question, model: $0) }, by: question.definition)
    return standings.first.map { [$0.model] } ?? []
  }

  func draft(_ question: Question, model: String, baselineModel: String) -> RowDraft {
    let own = SeedSeries(question, model: model, table: ours)
    let other = theirSeries(question, model: baselineModel)
    let seeds = own.seeds.filter(other.seeds.contains)
    // One pair says nothing of the spread, which the other runs of both sides may.
    let isPaired =
      seeds.count > 1 || (seeds.count == 1 && own.seeds.count == 1 && other.seeds.count == 1)
    let mine = isPaired ? own.at(seeds: seeds) : own
    let their = isPaired ? other.at(seeds: seeds) : other
    var draft = RowDraft(
      question: question, model: model, baselineModel: baselineModel,
      ours: mine.isComplete ? Interval.mean(of: mine.numbers, within: question.definition) : nil,
      theirs: their.isComplete
        ? Interval.mean(of: their.numbers, within: question.definition) : nil,
      isShared: !own.seeds.isEmpty && !other.seeds.isEmpty,
      finding: finding(question, mine, their, isPaired: isPaired))
    if let change = draft.change, isPaired, !change.isIdentical {
      let tables = CaseTables(
        question.quantity, ours: cells(ours, question, mine), theirs: cells(theirs, question, their)
      )
      draft.hierarchical = tables?.change(on: change.scale)
    }
    return draft
  }

  private func cells(_ table: CellIndex, _ question: Question, _ series: SeedSeries)
    -> [CellResult]
  {
    series.seeds.compactMap {
      table.cell(suite: question.suite.id, task: question.task, model: series.model, seed: $0)
    }
  }

  func requireOwn(model: String) throws {
    let models = Set(
      suites.flatMap { suite in suite.tasks.flatMap { ours.models(of: suite, task: $0.id) } })
    guard !models.contains(model) else { return }
    throw AssayError(
      .badInput, where: "model \(model)", found: "no cell of it at profile \(profile.rawValue)",
      expected: "one of \(models.sorted().joined(separator: ", "))",
      remedy: "run the model first, or correct its name")
  }

  /// The error of a comparison of nothing, with the first reason why something was left out.
  func nothingToCompare(_ parts: [IncomparablePart]) -> AssayError {
    guard let part = parts.first else {
      return AssayError(
        .badInput, where: "baseline \(name)",
        found: "nothing at profile \(profile.rawValue) that both sides could share",
        expected: "cells of the same suite and task",
        remedy: "compare with a baseline of this profile ('assay list baselines' shows them)")
    }
    let place = part.task.isEmpty ? part.suite : "\(part.suite)/\(part.task)"
    let others = parts.count > 1 ? " (and \(parts.count - 1) more such parts)" : ""
    return AssayError(
      .badInput, where: "baseline \(name)",
      found: "nothing that can be compared: \(place): \(part.reason)\(others)",
      expected: "cells of the same task, data and metrics on both sides",
      remedy: "measure the baseline again and save it with 'assay baseline save'")
  }

  private func theirSeries(_ question: Question, model: String) -> SeedSeries {
    SeedSeries(question, model: model, table: theirs)
  }

  private func finding(
    _ question: Question, _ mine: SeedSeries, _ their: SeedSeries, isPaired: Bool
  ) -> RowDraft.Finding {
    if let clash = comparability.clash(
      suite: question.suite.id, task: question.task, model: mine.model, baselineModel: their.model)
    {
      return .incomparable(clash)
    }
    if let absence = Absence(mine: mine, their: their).sentence { return .missing(absence) }
    let scale = ChangeScale.fitting(question.definition, values: mine.numbers + their.numbers)
    let change =
      isPaired
      ? SeedChange(scale: scale, paired: mine.numbers, their.numbers)
      : SeedChange(scale: scale, unpaired: mine.numbers, their.numbers)
    return .change(change, seeds: mine.seeds)
  }

  /// Our description with the models and metrics that only the baseline knows.
  private static func merged(_ own: SuiteDescription, _ theirs: [SuiteDescription])
    -> SuiteDescription
  {
    guard let other = theirs.first(where: { $0.id == own.id }) else { return own }
    var suite = own
    suite.models += other.models.filter { model in !own.models.contains { $0.id == model.id } }
    suite.metrics.merge(other.metrics) { own, _ in own }
    return suite
  }
}

extension Comparability.Side {
  fileprivate init(_ frame: ResultFrame, table: CellIndex) {
    let others = frame.cells.map(\.identity).filter { $0.profile != table.profile }
    self.init(
      suites: frame.suites, table: table,
      otherProfiles: Dictionary(grouping: others, by: \.suite).mapValues { cells in
        Profile.allCases.filter { profile in cells.contains { $0.profile == profile } }
      },
      protocols: Comparability.Side.protocols(of: frame, profile: table.profile),
      instructions: Set(frame.runs.compactMap { $0.environment.facts["instructions"] }))
  }

  private static func protocols(of frame: ResultFrame, profile: Profile)
    -> [[String]: [CellProtocol]]
  {
    var found: [[String]: [CellProtocol]] = [:]
    for cell in frame.cells where cell.identity.profile == profile && cell.state == .done {
      let key = [cell.identity.suite, cell.identity.task, cell.identity.model]
      let own = CellProtocol(cell)
      if !found[key, default: []].contains(own) { found[key, default: []].append(own) }
    }
    return found
  }
}
