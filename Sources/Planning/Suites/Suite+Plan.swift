import Experiment

extension Suite {
  /// The cells of one plan.
  private static let mostCells = 1_000_000

  /// The cells of `profile` in the order of task, model and seed of the suite file.
  ///
  /// An empty filter stands for all that the profile has; a filter selects, it never reorders.
  /// - Throws: `AssayError` (bad input) for a profile, task or model that there is not.
  public func plan(
    profile: Profile, tasks taskFilter: [String] = [], models modelFilter: [String] = [],
    seeds seedOverride: [Int] = []
  ) throws -> Plan {
    let settings = try settings(of: profile)
    let tasks = try selected(taskFilter, of: settings.tasks, in: tasks.map(\.id), "task", profile)
    let models = try selected(
      modelFilter, of: settings.models, in: models.map(\.id), "model", profile)
    let seeds = try checked(seeds: seedOverride.isEmpty ? settings.seeds : seedOverride)
    try checkSize(tasks.count, models.count, seeds.count, profile)
    let cells = self.tasks.filter { tasks.contains($0.id) }.flatMap { task in
      self.models.filter { models.contains($0.id) && task.models.contains($0.id) }.flatMap {
        model in
        seeds.compactMap { cell(task: task, model: model, seed: $0, settings: settings) }
      }
    }
    return Plan(
      suite: suiteDescription, resolvedSuite: try CanonicalJSON.text(of: resolved(settings)),
      profile: profile, cells: cells)
  }

  /// Refuses a plan that no machine could run, before it fills the memory.
  private func checkSize(_ tasks: Int, _ models: Int, _ seeds: Int, _ profile: Profile) throws {
    // A suite file has at most 50 000 entries, so that the product of three counts cannot overflow.
    guard tasks * models * seeds > Self.mostCells else { return }
    throw AssayError(
      .badInput, where: "suite '\(id)', profile '\(profile.rawValue)'",
      found: "\(tasks) tasks of \(models) models with \(seeds) seeds",
      expected: "at most \(Self.mostCells) cells", remedy: "choose tasks, models or seeds")
  }

  /// What the suite runs at `profile`.
  /// - Throws: `AssayError` (bad input) when the suite does not declare it.
  public func settings(of profile: Profile) throws -> SuiteProfile {
    if let settings = profiles.first(where: { $0.profile == profile }) { return settings }
    let names = profiles.map(\.profile.rawValue)
    throw AssayError(
      .badInput, where: "suite '\(id)'", found: "no profile '\(profile.rawValue)'",
      expected: SuggestedName.list(names), remedy: "choose a profile that the suite declares")
  }

  private func cell(
    task: SuiteTask, model: SuiteModel, seed: Int, settings: SuiteProfile
  ) -> PlannedCell? {
    let profile = settings.profile
    guard let taskUse = task.recipes[profile], let modelUse = model.recipes[profile] else {
      preconditionFailure("\(task.id) or \(model.id) is not resolved at \(profile.rawValue)")
    }
    return PlannedCell(
      identity: CellIdentity(
        suite: id, task: task.id, model: model.id, seed: seed, profile: profile),
      task: taskUse, model: modelUse,
      metrics: metrics.filter { task.metrics.contains($0.name) },
      budget: model.budgets[profile]?.applied(to: settings.budget) ?? settings.budget,
      modelFolder: model.folder)
  }

  private func selected(
    _ filter: [String], of available: [String], in all: [String], _ kind: String,
    _ profile: Profile
  ) throws -> [String] {
    for name in filter where !available.contains(name) {
      let location = "suite '\(id)', profile '\(profile.rawValue)'"
      if all.contains(name) {
        throw AssayError(
          .badInput, where: location, found: "\(kind) '\(name)' is not part of this profile",
          expected: SuggestedName.list(available),
          remedy: "choose a profile that has it, or leave it out")
      }
      throw AssayError(
        .badInput, where: location, found: "no \(kind) '\(name)'",
        expected: SuggestedName.list(available),
        remedy: SuggestedName.remedy(for: name, among: available, otherwise: "choose one of these"))
    }
    return filter.isEmpty ? available : filter
  }

  private func checked(seeds: [Int]) throws -> [Int] {
    var seen: Set<Int> = []
    for seed in seeds where seed < 0 || !seen.insert(seed).inserted {
      throw AssayError(
        .badInput, where: "suite '\(id)', seeds",
        found: seed < 0 ? "the negative seed \(seed)" : "seed \(seed) twice",
        expected: "different integers from 0 up", remedy: "list every seed once")
    }
    return seeds
  }

  private func resolved(_ settings: SuiteProfile) -> ResolvedSuite {
    let profile = settings.profile
    return ResolvedSuite(
      schema: Self.schemaVersion, id: id, title: title, summary: summary, reference: reference,
      profile: profile, seeds: settings.seeds, metrics: metrics,
      tasks: tasks.filter { settings.tasks.contains($0.id) }.compactMap { task in
        task.recipes[profile].map {
          .init(
            id: task.id, title: task.title, summary: task.summary, recipe: $0,
            metrics: task.metrics, primary: task.primary)
        }
      },
      models: models.filter { settings.models.contains($0.id) }.compactMap { model in
        model.recipes[profile].map {
          .init(
            id: model.id, title: model.title, summary: model.summary, recipe: $0,
            budget: model.budgets[profile]?.applied(to: settings.budget) ?? settings.budget)
        }
      })
  }
}
