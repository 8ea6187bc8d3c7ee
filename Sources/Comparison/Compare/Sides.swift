import Experiment

/// The two sides of a comparison at one profile.
struct Sides {
  let ours: CellIndex
  let theirs: CellIndex
  let suites: [SuiteDescription]
  let name: String
  let profile: Profile

  init(_ frame: ResultFrame, _ baseline: ResultFrame, profile: Profile, name: String) throws {
    try Sides.requireSameMetrics(frame.suites, baseline.suites, name: name)
    ours = CellIndex(frame, profile: profile)
    theirs = CellIndex(baseline, profile: profile)
    suites = Sides.merged(frame.suites, baseline.suites)
    self.name = name
    self.profile = profile
  }

  /// Every primary quantity of every task, in the suites' order.
  func questions() -> [Question] {
    suites.flatMap { suite in
      suite.tasks.flatMap { task in
        task.primary.map { Question(suite: suite, task: task.id, quantity: $0) }
      }
    }
  }

  func rivals(_ rivals: Rivals, of question: Question) -> [String] {
    let all = theirs.models(of: question.suite, task: question.task)
    guard rivals == .best else { return all }
    let standings = Summaries.standings(
      of: all.map { theirSeries(question, model: $0) }, by: question.definition)
    return standings.first.map { [$0.model] } ?? []
  }

  func draft(_ question: Question, model: String, baselineModel: String) -> RowDraft {
    let own = SeedSeries(question, model: model, table: ours)
    let other = theirSeries(question, model: baselineModel)
    let seeds = own.seeds.filter(other.seeds.contains)
    // Without common seeds each side is shown by all of its own.
    let mine = seeds.isEmpty ? own : own.at(seeds: seeds)
    let their = seeds.isEmpty ? other : other.at(seeds: seeds)
    return RowDraft(
      question: question, model: model, baselineModel: baselineModel,
      ours: mine.isComplete ? Interval.mean(of: mine.numbers) : nil,
      theirs: their.isComplete ? Interval.mean(of: their.numbers) : nil,
      isShared: !own.seeds.isEmpty && !other.seeds.isEmpty,
      finding: finding(question, mine, their, seeds: seeds))
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

  var nothingToCompare: AssayError {
    AssayError(
      .badInput, where: "baseline \(name)",
      found: "nothing at profile \(profile.rawValue) that both sides could share",
      expected: "cells of the same suite and task",
      remedy: "compare with a baseline of this profile ('assay list baselines' shows them)")
  }

  private func theirSeries(_ question: Question, model: String) -> SeedSeries {
    SeedSeries(question, model: model, table: theirs)
  }

  private func finding(
    _ question: Question, _ mine: SeedSeries, _ their: SeedSeries, seeds: [Int]
  ) -> RowDraft.Finding {
    if let absence = Absence(mine: mine, their: their).sentence { return .missing(absence) }
    guard !seeds.isEmpty else {
      return .unpaired("the two sides have no seed in common, so nothing can be paired")
    }
    if let clash = originClash(question, mine, their, seeds: seeds) { return .unpaired(clash) }
    let scale = ChangeScale.fitting(question.definition, values: mine.numbers + their.numbers)
    return .paired(
      PairedChange(scale: scale, ours: mine.numbers, theirs: their.numbers), seeds: seeds)
  }

  private func originClash(
    _ question: Question, _ mine: SeedSeries, _ their: SeedSeries, seeds: [Int]
  ) -> String? {
    for seed in seeds {
      let (suite, task) = (question.suite.id, question.task)
      let here = ours.cell(suite: suite, task: task, model: mine.model, seed: seed)
      let there = theirs.cell(suite: suite, task: task, model: their.model, seed: seed)
      guard let here = here?.dataOrigin, let there = there?.dataOrigin, here != there else {
        continue
      }
      return "the data are \(here.rawValue) here and \(there.rawValue) in the baseline, "
        + "so the numbers are not comparable"
    }
    return nil
  }

  /// Our descriptions, each with the tasks that only the baseline knows, then the baseline's others.
  private static func merged(_ ours: [SuiteDescription], _ theirs: [SuiteDescription])
    -> [SuiteDescription]
  {
    let joined = ours.map { own in
      guard let other = theirs.first(where: { $0.id == own.id }) else { return own }
      var suite = own
      suite.tasks += other.tasks.filter { task in !own.tasks.contains { $0.id == task.id } }
      suite.models += other.models.filter { model in !own.models.contains { $0.id == model.id } }
      suite.metrics.merge(other.metrics) { own, _ in own }
      return suite
    }
    return joined + theirs.filter { other in !ours.contains { $0.id == other.id } }
  }

  private static func requireSameMetrics(
    _ ours: [SuiteDescription], _ theirs: [SuiteDescription], name: String
  ) throws {
    for own in ours {
      guard let other = theirs.first(where: { $0.id == own.id }) else { continue }
      for (metric, definition) in own.metrics.sorted(by: { $0.key < $1.key }) {
        guard let before = other.metrics[metric],
          (before.version, before.direction) != (definition.version, definition.direction)
        else { continue }
        throw AssayError(
          .badInput, where: "baseline \(name)",
          found: "\(own.id)'s metric '\(metric)' in version \(before.version)",
          expected: "version \(definition.version), as it is defined now",
          remedy: "measure the baseline again and save it with 'assay baseline save'")
      }
    }
  }
}
