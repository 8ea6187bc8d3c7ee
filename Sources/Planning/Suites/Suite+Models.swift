import Experiment

extension Suite {
  /// The suite with one more model, which every profile and every task runs after its own.
  /// - Throws: `AssayError` (bad input) when the suite has a model of that id.
  public func adding(_ model: SuiteModel) throws -> Suite {
    guard !models.contains(where: { $0.id == model.id }) else {
      throw AssayError(
        .badInput, where: "model '\(model.id)'", found: "the suite '\(id)' has a model of that id",
        expected: "an id other than \(models.map(\.id).joined(separator: ", "))",
        remedy: "rename the model in its file")
    }
    let missing = profiles.map(\.profile).filter { model.recipes[$0] == nil }
    precondition(missing.isEmpty, "model \(model.id) is not resolved at every profile")
    return Suite(
      id: id, title: title, summary: summary, reference: reference, metrics: metrics,
      metricDefinitions: metricDefinitions,
      tasks: tasks.map { task in
        SuiteTask(
          id: task.id, title: task.title, summary: task.summary, recipes: task.recipes,
          metrics: task.metrics, primary: task.primary, models: task.models + [model.id])
      }, models: models + [model],
      profiles: profiles.map {
        SuiteProfile(
          profile: $0.profile, seeds: $0.seeds, tasks: $0.tasks, models: $0.models + [model.id],
          budget: $0.budget)
      }, questions: questions)
  }
}
